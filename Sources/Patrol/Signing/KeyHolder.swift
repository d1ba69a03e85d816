import Records

/// A person's key to sign with, as far as everybody may know it.
package struct KeyHolder: Hashable, Sendable {
  package let person: String
  /// What `ssh-keygen -l` calls the public key.
  package let fingerprint: String
  /// Whether an ssh-agent keeps it, and not a file under a PIN.
  package let isAgent: Bool
  package let since: Moment?
  /// Set when it was revoked.
  package let until: Moment?

  package init(
    person: String, fingerprint: String, isAgent: Bool, since: Moment?, until: Moment?
  ) {
    (self.person, self.fingerprint, self.isAgent) = (person, fingerprint, isAgent)
    (self.since, self.until) = (since, until)
  }
}
