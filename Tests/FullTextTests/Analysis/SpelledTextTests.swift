import Testing

@testable import FullText

/// Signs that stand for letters or digits, found by what a reader types for them.
@Suite struct SpelledTextTests {
  @Test(arguments: [
    ("№5", "No 5"), ("№ 5", "No. 5"), ("½ mile", "1/2 mile"), ("2½", "2 1/2"), ("20℃", "20°C"), ("⑫", "12"),
    ("100㎞", "100km"), ("㎢", "km2"), ("㎡", "m²"), ("10㎧", "10m/s"), ("①②", "1 2"), ("⑴", "(1)"), ("⒈", "1."),
    ("⒜", "a"), ("㈱", "(株)"), ("㍿", "株式会社"), ("㋀", "1月"), ("⼀⽇", "一日"), ("㏂", "a.m."), ("℡", "tel"),
    ("㌔", "キロ"), ("㉠", "ㄱ"), ("ﷺ", "صلى الله عليه وسلم"),
  ])
  func `a sign is what it stands for`(_ sign: String, _ plain: String) {
    #expect(Analyzed(sign).exacts == Analyzed(plain).exacts)
  }

  @Test func `a digit written high is one behind a unit or a letter, elsewhere a mark`() {
    let written = Analyzed(
      "10 km², 5 m³, 7 м², E=mc² and CO²; a note¹, that war², 10⁶ and 10⁻¹")
    #expect(
      written.exacts == Analyzed("10 km2, 5 m3, 7 м2, E=mc2 and CO2; a note, that war, 10 and 10").exacts)
  }

  @Test func `trade marks are no part of a name, emoji stay what they are`() {
    #expect(Analyzed("iPhone™ Cola® ㊗").exacts == ["iphone", "cola", "㊗"])
  }

  @Test func `words stand where they are written`() {
    #expect(
      Analyzed("a ½ b №5, 10㎢x²e ﷺ.").sources == [
        "a", "½", "½", "b", "№", "5", "10㎢x²e", "ﷺ", "ﷺ", "ﷺ", "ﷺ",
      ])
    #expect(Analyzed("10㎧를 c").sources == ["10㎧", "㎧", "를", "c"])
  }

  @Test func `every code point has a class`() {
    for run in WordBreakTable.runs { #expect(WordBreakClass(rawValue: UInt8(run & 31)) != nil) }
  }

  @Test func `spelling out leaves no sign`() {
    for scalar in (0...0x10FFFF).lazy.compactMap({ Unicode.Scalar($0 as UInt32) })
    where WordBreakLookup.shared[scalar.value] == .compatible {
      let spelled = Array(String(scalar).utf8).withUnsafeBufferPointer {
        SpelledText($0, classes: .shared).bytes
      }
      let left = String(decoding: spelled, as: UTF8.self).unicodeScalars.filter {
        WordBreakLookup.shared[$0.value] == .compatible
      }
      #expect(left.isEmpty, "\(scalar.value)")
    }
  }
}
