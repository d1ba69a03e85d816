import Records

/// What fields name, and whom a form offers for them.
extension Reference {
  package static let team = Reference("teams")
  package static let unit = Reference("units")
  package static let officer = Reference("officers")
  package static let route = Reference("routes", narrowing: "ofTeam")
  package static let rosterLine = Reference("roster", narrowing: "ofTeam")
  /// Somebody who may write or sign: members of the team that is meant come into question.
  package static let person = Reference("members", "officers", narrowing: "ofTeam")
  /// A member of the team that the record is about.
  package static let teamMember = Reference("members", narrowing: "ofTeam")
  /// Any member; those of the record's own team first.
  package static let anyMember = Reference("members", narrowing: "ownFirst")
  /// Who may be trained (R26): people, watch posts, and a whole team by one name.
  package static let trainee = Reference("members", "informants", "volunteers", "watch", "teams")
  /// Units right below that of the record.
  package static let below = Reference("units", narrowing: "below")
  /// Teams and watch posts that are inspected, and the sides that inspect (R8, R15).
  package static let inspected = Reference("teams", "watch", narrowing: "inspected")
  package static let inspecting = Reference("teams", narrowing: "inspecting")
  /// Who answers for the inspected team or post, who inspects, who saw a refusal.
  package static let answering = Reference("members", "watch", narrowing: "ofInspected")
  package static let inspector = Reference("members", "officers", narrowing: "ofInspecting")
  package static let witness = Reference("members", "officers", narrowing: "ofNeither")
  /// Who notes a refusal: who inspected, or who refuses.
  package static let noting = Reference("members", "officers", narrowing: "ofBoth")
}
