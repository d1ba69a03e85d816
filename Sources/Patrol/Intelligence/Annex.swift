import Records
import Wording

/// Whom something reported is about (R20): what stands nowhere else, and what named officers alone can read.
///
/// No form keeps a draft of it, no search, table or history has it: it is sealed before it is written.
package struct Annex: Hashable, Sendable {
  /// A name, or what they were known by.
  package let who: String
  package let identity: String?
  package let phone: String?
  package let vehicle: String
  package let whereabouts: String
  package let remark: String

  package static let schema = Schema(
    "Annex", Phrase("密封附件", "密封附件", "Sealed annex"),
    Annex.init(who:identity:phone:vehicle:whereabouts:remark:),
    Field(
      "Who", \.who, .prose.only(.line), Phrase("姓名或特征", "姓名或特徵", "Name or marks"),
      hint: Phrase("写已知的，不写评价", "寫已知的，不寫評價", "what is known; no judgement")),
    Field(
      optional: "Identity", \.identity, .identity, Phrase("身份证号", "身份證號", "Identity number")),
    Field(optional: "Phone", \.phone, .phone, .phone),
    Field("Vehicle", \.vehicle, .prose.only(.line), Phrase("车辆", "車輛", "Vehicle")),
    Field(
      "Whereabouts", \.whereabouts, .prose.only(.line), Phrase("住址或去处", "住址或去處", "Whereabouts")),
    Field("Remark", \.remark, .prose, .remark))
}

/// Sealed annexes: written and read.
package enum AnnexCommand: Hashable, Sendable {
  /// Seals a text for some officers.
  ///
  /// It takes the place of the one before only where whoever says it knows of that.
  case seal(lead: String, [String: String], officers: [String], replaces: Bool)
  /// Opens it by one's own key; who looked and why is written down first.
  case open(lead: String, by: HandAtKeyboard, why: String)

  var needs: Need {
    switch self {
    case .seal: .keeper
    // Whoever opens it shows by the key who they are.
    case .open: .lock
    }
  }
}

extension Command {
  package static func sealAnnex(
    of lead: String, _ texts: [String: String], for officers: [String], replaces: Bool = false
  ) -> Command {
    .annex(.seal(lead: lead, texts, officers: officers, replaces: replaces))
  }
  package static func openAnnex(
    of lead: String, by hand: HandAtKeyboard, why: String
  ) -> Command {
    .annex(.open(lead: lead, by: hand, why: why))
  }
}

/// An annex that was opened, for whoever is at the keyboard.
package struct OpenedAnnex: Answer, Hashable {
  package let lead: String
  /// The fields of `Annex.schema`.
  package let texts: [String: String]
  /// The officers whose keys open it.
  package let officers: [Named]

  package init(_ lead: String, _ texts: [String: String], _ officers: [Named]) {
    (self.lead, self.texts, self.officers) = (lead, texts, officers)
  }
}
