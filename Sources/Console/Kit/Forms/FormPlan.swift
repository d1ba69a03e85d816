import Patrol
import Records
import Terminal
import Wording

/// What a form will write.
struct FormSentence: Sendable {
  var text = ""
  /// What is still to be said.
  var missing = ""
  /// What whoever saves it should know, though nothing forbids it.
  var warnings: [String] = []
  /// What has to be seen of it where there is no room for the rest.
  var brief = ""
  /// What stands before it.
  var label = Phrase("将记 ", "將記 ", "Will say: ")
  /// What belongs to it and is no reason to look twice.
  var note = ""

  init() {}

  init(
    _ text: Phrase, missing: [Column], warnings: [Phrase], note: Phrase? = nil,
    in language: Language
  ) {
    self.text = text[language]
    self.missing = missing.map { $0.label[language] }.joined(separator: language.separator)
    self.warnings = warnings.map { $0[language] }
    self.note = note?[language] ?? ""
  }
}

/// Lines that stand beside a form, under what they are about.
struct Known: Sendable {
  let title: Phrase
  /// What belongs to the title in its line.
  var note = ""
  let lines: [String]
  var titleRole: Role = .heading
  var role: Role = .plain
  /// Wanted to its end where room is scarce: what can't be looked up later.
  var isWhole = false
}

/// A form as a value: which fields it asks, what it begins with, what follows, what comes of it.
///
/// The screen that shows it knows no form.
///
/// A form is made by a function in a file of its own; what it does not say is as it is for most.
///
/// Its closures are told the world and keep none, so that an open form sees what others change.
struct FormPlan: Sendable {
  /// What is filled in because another field was changed, and what has to be asked for.
  typealias Consequences = (values: [String: String], effects: [Effect])
  /// A line beside the fields, such as what is still open.
  typealias Remark = (text: String, role: Role)

  /// What is to be done with a form that is complete.
  enum Ending {
    case command(Command)
    /// Nothing is written before it is signed.
    case sign(SigningTask)
    case secret(SecretTask)
    /// What it would do is seen first; the draft stays until it is done.
    case check(Place)
    /// Why it can't be, and the field to which the caret goes.
    case refused(Notice, field: String)
  }

  var title: Phrase
  /// How its fields are read and shown, those included that it fills in and does not ask.
  let columns: [Column]
  /// Names of the fields asked for, in the order in which the caret meets them.
  var asked: [String]
  /// Those that are seldom needed: they stand below the line 更多, and are reached by their number.
  var rare: [String] = []
  /// Fields that show and can't be changed.
  var locked: Set<String> = []
  /// What `F10` does with it.
  var saving = ActionName.save
  /// Fields that hold a template with blanks.
  var templates: Set<String> = []
  /// Which fields apply, and which have to be said.
  var rules: @Sendable (World) -> FieldRules = { _ in FieldRules() }
  /// Where the caret stands first.
  var firstField: String
  let draftName: DraftName
  /// Whether what is typed is kept until the form is saved; never where it may stand nowhere in the clear.
  var keepsDraft = true
  /// Fields of the plan, which `F5` takes over: never times, who was there, or what was found.
  var planFields: [String] = []
  /// What the form says in its edge when something is still open from before.
  var openNote = Phrase("有交接待办 ", "有交接待辦 ", "open handover ")
  /// Whether the number of a field is waited for before anything is typed.
  var beginsSeeking = false

  /// How many lines it takes over the screen below; nil for a form that has the window to itself.
  var popup: Int?

  /// Whether it records a patrol, so that the same key turns to the line for the telephone.
  var isOfPatrol = false
  /// Whether a draft has to say all that a record of it says: a patrol that only goes out has not.
  var isWhole: @Sendable (Draft, World) -> Bool = { _, _ in true }

  /// What stands in the books when the form is opened and will be changed by it; nil for new ones.
  let standing: @Sendable (World) -> [String: String]?
  var beginning: @Sendable (World) -> Draft
  /// What is asked for as soon as the form is open.
  var opening: @Sendable (Draft, World) -> [Effect] = { _, _ in [] }
  /// Fields that follow from a change of another, and what has to be asked for.
  var following: @Sendable (_ old: Draft, _ new: Draft, World) -> Consequences = { _, _, _ in
    ([:], [])
  }
  /// The same form once it is known what there is to take over or to answer; nil where that changes
  /// nothing of what is asked.
  var knowing: (@Sendable (Recollection) -> FormPlan)?
  /// What is said beside the field of that name, before what may be typed into it.
  var beside: @Sendable (_ field: String, Form, World) -> [Remark] = { _, _, _ in [] }
  /// What becomes of a draft, given what stood in the books when the form was opened.
  var ending: @Sendable (Draft, _ standing: [String: String]?, World) throws(FieldError) -> Ending
  /// What will be written, in a sentence, and what is still missing for it; empty where a form says none.
  var sentence: @Sendable (Draft, World) -> FormSentence = { _, _ in FormSentence() }
  /// What stands beside every field: the roll, the last entry.
  var known: @Sendable (Form, World) -> [Known] = { _, _ in [] }
  /// Where a saved form leads.
  var after: @Sendable (Outcome) -> [Effect] = { _ in [.close] }

  /// - Parameters:
  ///   - first: where the caret stands first; the first field without it.
  ///   - beginning: what stands in the books already, without it.
  init(
    _ title: Phrase, _ columns: [Column], asked: [String], from first: String? = nil,
    draft: DraftName, standing: @escaping @Sendable (World) -> [String: String]? = { _ in nil },
    beginning: (@Sendable (World) -> Draft)? = nil,
    ending:
      @escaping @Sendable (Draft, _ standing: [String: String]?, World) throws(FieldError)
      -> Ending
  ) {
    (self.title, self.columns, self.asked, draftName) = (title, columns, asked, draft)
    firstField = first ?? asked.first ?? ""
    (self.standing, self.ending) = (standing, ending)
    self.beginning = beginning ?? { Draft(standing($0) ?? [:]) }
  }

  /// The form before anything is typed; identity numbers only where the station wants them (R28).
  func form(in world: World) -> Form {
    let names = asked.filter { name in
      columns.first { $0.name == name }?.entry != .identity
        || world.snapshot.station.identityNumbers
    }
    let fields = FormFields(
      usual: names, rare: rare, locked: locked, templates: templates, columns: columns)
    let draft = beginning(world)
    var form = Form(fields, draft: draft, focus: beginsSeeking ? "" : firstField)
    form.enter(reading(draft, in: world))
    return form
  }

  func reading(
    _ draft: Draft, in world: World, standing: [String: String]? = nil
  ) -> FieldReading {
    FieldReading(
      world, columns, draft, standing: standing ?? self.standing(world) ?? [:], rules: rules(world))
  }
}
