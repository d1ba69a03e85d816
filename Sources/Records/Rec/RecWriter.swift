/// Writes fields the one way this program writes them: `Name: value`, further lines after `+ `.
package enum RecWriter {
  /// One field with its newline; a value of several lines continues after `+ `.
  package static func field(_ name: String, _ value: String) -> String {
    guard value.utf8.contains(UInt8(ascii: "\n")) else {
      return value.isEmpty ? "\(name):\n" : "\(name): \(value)\n"
    }
    let lines = value.split(separator: "\n", omittingEmptySubsequences: false)
    return "\(name): " + lines.joined(separator: "\n+ ") + "\n"
  }

  /// The fields that have a value, in the order given.
  package static func record(_ fields: [(name: String, value: String)]) -> String {
    fields.filter { !$0.value.isEmpty }.map { field($0.name, $0.value) }.joined()
  }
}
