import ArticleAPI
import Protobuf

/// Decisions about saved queries and synonyms. None of them changes the state.
extension WorkingState {
  func decide(_ put: PutSavedQuery, _ stamp: Stamp) throws(CatalogError) -> Decision {
    let (value, table, action) = try decide(
      put.savedQuery ?? SavedQuery(), put.mask, put.existence, put.expectedEtag, in: resources.savedQueries,
      stamp)
    return decision(.savedQuery(value), action, stamp) { $0.replace(table, $1) }
  }

  func decide(_ delete: DeleteSavedQuery, _ stamp: Stamp) throws(CatalogError) -> Decision {
    let table = try removing(
      delete.name, delete.expectedEtag, delete.allowMissing, from: resources.savedQueries)
    guard let table else { return Decision(answer: .deleted, action: .unchanged) }
    return decision(.deleted, .deleted, stamp) { $0.replace(table, $1) }
  }

  func decide(_ put: PutSynonymSet, _ stamp: Stamp) throws(CatalogError) -> Decision {
    let (value, table, action) = try decide(
      put.synonymSet ?? SynonymSet(), put.mask, put.existence, put.expectedEtag, in: resources.synonymSets,
      stamp)
    return decision(.synonymSet(value), action, stamp) { $0.replace(table, $1) }
  }

  func decide(_ delete: DeleteSynonymSet, _ stamp: Stamp) throws(CatalogError) -> Decision {
    let table = try removing(
      delete.name, delete.expectedEtag, delete.allowMissing, from: resources.synonymSets)
    guard let table else { return Decision(answer: .deleted, action: .unchanged) }
    return decision(.deleted, .deleted, stamp) { $0.replace(table, $1) }
  }

  private func decision(
    _ answer: MutationOutcome.Answer, _ action: MutationAction, _ stamp: Stamp,
    _ change: (inout QueryResources, UInt64) -> Void
  ) -> Decision {
    var decision = Decision(answer: answer, action: action)
    guard action != .unchanged else { return decision }
    var changed = resources
    change(&changed, stamp.revision)
    decision.resources = changed
    return decision
  }

  /// The resource as it is to be stored, and the table with it.
  private func decide<Value: StoredResource>(
    _ values: Value, _ mask: FieldMask?, _ existence: Existence, _ etag: String,
    in table: ResourceTable<Value>, _ stamp: Stamp
  ) throws(CatalogError) -> (value: Value, table: ResourceTable<Value>, action: MutationAction) {
    let id = try Value.collection.id(values.name, field: "\(Value.field).name")
    let old = table[id]
    switch (existence, old) {
    case (.required, nil): throw .notFound(values.name)
    case (.forbidden, .some): throw .alreadyExists(values.name)
    case (.kept, let old?): return (old, table, .unchanged)
    default: break
    }
    try check(etag, of: values.name, against: old?.etag)
    var value = try old.map { old throws(CatalogError) in try values.merged(into: old, mask) } ?? values
    value.name = values.name
    value.createTime = old?.createTime ?? stamp.time
    value.etag = old?.etag ?? ""
    value.revision = old?.revision ?? 0
    if let old, stamp.isSame(value, as: old) { return (value, table, .unchanged) }
    value.revision = Int64(stamp.revision)
    value.etag = stamp.etag(value.name)
    var table = table
    table.put(value, id: id)
    return (value, table, old == nil ? .created : .updated)
  }

  /// The table without a resource; nil when it is not there and need not be.
  private func removing<Value: StoredResource>(
    _ name: String, _ etag: String, _ allowMissing: Bool, from table: ResourceTable<Value>
  ) throws(CatalogError) -> ResourceTable<Value>? {
    let id = try Value.collection.id(name, field: "name")
    guard let old = table[id] else {
      guard allowMissing else { throw .notFound(name) }
      return nil
    }
    try check(etag, of: name, against: old.etag)
    var table = table
    table.remove(id)
    return table
  }
}
