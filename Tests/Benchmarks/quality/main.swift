import BenchmarkSupport
import FullText
import Glibc

// quality-bench [k1=1] [b=0.75] [exact=0] [title=1] [titleboost=0] [stop=0.5] [repeat=1] [stems=1] [failures=N]
//   [COLLECTION...]        judges analysis and scoring
// quality-bench speed COLLECTION...        times analysis
var choice = ScoringChoice()
var names: [String] = []
var failures = 0
for argument in CommandLine.arguments.dropFirst() {
  let parts = argument.split(separator: "=")
  guard parts.count == 2, let value = Double(parts[1]) else {
    names.append(argument)
    continue
  }
  switch parts[0] {
  case "k1": choice.k1 = value
  case "b": choice.b = value
  case "exact": choice.exactBonus = value
  case "title": choice.titleWeight = Int(value)
  case "stop": choice.stopWeight = value
  case "repeat": choice.repeatExponent = value
  case "stems": choice.usesStems = value > 0
  case "others": choice.otherReadings = value
  case "titleboost": choice.titleBoost = value
  case "sharedrarity": choice.sharesRarity = value > 0
  case "failures": failures = Int(value)
  default:
    print("unknown setting \(parts[0])")
    exit(2)
  }
}
if names.isEmpty { names = ["cranfield", "cisi", "lisa", "tgnews", "ru-lemma-gsd", "ka-lemma-glc"] }

func fixed(_ value: Double) -> String {
  let scaled = String(Int((value * 10000).rounded()))
  return "." + String(repeating: "0", count: max(0, 4 - scaled.count)) + scaled
}

let corpora = getenv("MATIANE_CORPORA").map { String(cString: $0) } ?? "../shared/corpora"
if names.first == "speed" {
  for name in names.dropFirst() { AnalysisSpeed.measure(corpora + "/" + name, language: nil) }
  exit(0)
}
for name in names {
  guard let collection = JudgedCollection(folder: corpora + "/" + name) else {
    print("\(name): not found under \(corpora)")
    exit(1)
  }
  let index = ExhaustiveIndex(collection, choice: choice)
  var effectiveness = Effectiveness()
  for query in collection.queries {
    let ranking = index.search(query.text, choice: choice)
    effectiveness.add(query, ranking: ranking)
    if failures < 0 {
      var one = Effectiveness()
      one.add(query, ranking: ranking)
      print(query.id, fixed(one.gainAt10), query.text)
    }
    let found = ranking.prefix(100).count { query.grades[$0] != nil }
    if failures > 0, found < query.grades.count {
      print(
        "\(query.text): \(found) of \(query.grades.count)",
        query.grades.keys.filter { !ranking.contains($0) }.sorted().joined(separator: " "))
    }
  }
  print(
    name, "nDCG@10", fixed(effectiveness.gainAt10), "R@100", fixed(effectiveness.recallAt100), "MAP",
    fixed(effectiveness.averagePrecision))
}
