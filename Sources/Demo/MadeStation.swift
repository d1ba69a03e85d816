import Patrol
import Records
import Wording

extension Station {
  /// A made-up station, which says of itself that it is one, as the county usually sets them up.
  ///
  /// - Parameters:
  ///   - seed: what the directory's id is made of, so that the same one comes out twice.
  ///   - policy: what is decided otherwise, or beside that.
  static func made(
    _ unit: String, _ name: String, _ city: String, onDuty: Named, seed: Int,
    policy: (inout Filling<Policy>) -> Void = { _ in }
  ) throws(FieldError) -> Station {
    var dice = Dice(seed: seed)
    let identity = try Identity.schema.make {
      $0.format = VolumeHeader.format
      $0.unit = unit
      $0.name = name
      $0.city = city
      $0.directory = DirectoryID(isDemo: true, using: &dice)
    }
    let usual = try Policy.schema.make {
      $0.unit = unit
      $0.rollover = 480
      $0.cityFloor = 80
      $0.townshipFloor = 15
      $0.villageFloor = 5
      $0.crewFloor = 3
      $0.grace = 2
      $0.patrolHours = 3
      policy(&$0)
    }
    let desk = try DeskLikes.schema.make {
      $0.unit = unit
      $0.language = Language.hans.rawValue
      $0.theme = DeskLikes.automaticTheme
      $0.onDuty = onDuty
    }
    return Station(identity, usual, desk)
  }
}
