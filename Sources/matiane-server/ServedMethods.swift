import Access
import ArticleAPI
import ArticleService
import GRPC

/// What the server serves, known without a server.
enum ServedMethods {
  /// The services of the archive, whose health is told by name.
  static let archive: [ServiceDescriptor] = [
    ArticleServiceMethods.service, CategoryServiceMethods.service, StoryServiceMethods.service,
    SearchServiceMethods.service, SavedQueryServiceMethods.service, SynonymServiceMethods.service,
    WatchServiceMethods.service, AdminServiceMethods.service,
  ]

  private static let standard = [
    HealthMethods.service, ServerReflectionMethods.service, ChannelzChannelzMethods.service,
  ]

  /// Which roles the methods ask for: what keys are checked against before there is a server.
  static var roles: MethodRoles {
    MethodRoles((archive + standard).flatMap(\.methods), scoped: scopedMethods)
  }
}
