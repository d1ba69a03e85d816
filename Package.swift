// swift-tools-version: 6.1
import PackageDescription

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")

/// ncursesw asks `wcwidth` how wide a character is; ours knows every Han character, so it is
/// exported for the dynamic linker to give to ncursesw as well (Terminal/Cells/Width.swift).
let exportedWidth: LinkerSetting = .unsafeFlags(["-Xlinker", "--export-dynamic-symbol=wcwidth"])

/// Rules, screens, commands and made-up people wait for keys and files: their code is made small, not fast.
let small: SwiftSetting = .unsafeFlags(["-Osize"], .when(configuration: .release))

let package = Package(
  name: "xunfang",
  products: [.executable(name: "xunfang", targets: ["xunfang"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .target(name: "Wording"),
    .target(name: "CPosix"),
    .systemLibrary(name: "CNcurses"),
    .target(name: "Terminal", dependencies: ["CNcurses", "CPosix", "Wording"]),
    .target(name: "Records", dependencies: ["Wording", crypto]),
    .target(name: "Books", dependencies: ["Records", "CPosix", "Wording"]),
    .target(name: "Signing", dependencies: ["Records", "Wording", crypto, cryptoExtras]),
    .target(name: "Patrol", dependencies: ["Records", "Wording"], swiftSettings: [small]),
    .target(
      name: "Demo", dependencies: ["Patrol", "Records", "Wording"], swiftSettings: [small]),
    .target(
      name: "Runner",
      dependencies: ["Demo", "Patrol", "Books", "Records", "Signing", "Wording", "CPosix", crypto],
      swiftSettings: [small]),
    .target(
      name: "Console", dependencies: ["Patrol", "Records", "Terminal", "Wording"],
      swiftSettings: [small]),
    .executableTarget(
      name: "xunfang",
      dependencies: [
        "Console", "Runner", "Patrol", "Books", "Records", "Signing", "Terminal", "Wording",
        "CPosix", argumentParser,
      ],
      swiftSettings: [small], linkerSettings: [exportedWidth]),
    .target(
      name: "TestSupport",
      dependencies: [
        "Patrol", "Records", "Books", "Runner", "Console", "Signing", "Terminal", "Wording",
      ],
      path: "Tests/TestSupport"),
    .testTarget(
      name: "RecordsTests", dependencies: ["Records", "Patrol", "TestSupport", "Wording"]),
    .testTarget(
      name: "BooksTests", dependencies: ["Books", "Patrol", "Records", "TestSupport", "Wording"]),
    .testTarget(name: "SigningTests", dependencies: ["Signing", "TestSupport", "Wording", crypto]),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal", "Wording"]),
    .testTarget(
      name: "PatrolTests", dependencies: ["Patrol", "Records", "TestSupport", "Wording"]),
    .testTarget(
      name: "RunnerTests",
      dependencies: [
        "Runner", "Demo", "Patrol", "Books", "Records", "Signing", "TestSupport", "Wording", crypto,
      ]),
    .testTarget(
      name: "ConsoleTests",
      dependencies: [
        "Books", "Console", "Patrol", "Records", "Runner", "Terminal", "TestSupport", "Wording",
      ],
      exclude: ["Screens"]),
    .testTarget(
      name: "HouseTests",
      dependencies: [
        "Books", "Console", "Patrol", "Records", "Runner", "Terminal", "TestSupport", "Wording",
        "xunfang", argumentParser,
      ]),
    .testTarget(
      name: "SoakTests",
      dependencies: ["Books", "Patrol", "Records", "Runner", "TestSupport"]),
    .testTarget(
      name: "ProgramTests",
      dependencies: [
        "TestSupport", "xunfang", "Books", "Patrol", "Records", "Runner", "Terminal", "Wording",
      ]),
  ],
  swiftLanguageModes: [.v6])
