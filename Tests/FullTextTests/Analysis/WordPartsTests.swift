import Testing

@testable import FullText

@Suite struct WordPartsTests {
  @Test func `digits written low are digits of the word that they stand in`() {
    let written = Analyzed("CO₂ and H₂O, PM₂.₅")
    #expect(written.exacts == Analyzed("CO2 and H2O, PM2.5").exacts)
  }

  @Test func `addresses fall into what readers look for`() {
    #expect(Analyzed("https://civil.ge/archives/123").exacts == ["https", "civil", "ge", "archives", "123"])
    #expect(Analyzed("info@civil.ge").exacts == ["info", "civil", "ge"])
    #expect(Analyzed("#GeorgiaProtests @civilge").exacts == ["georgiaprotests", "civilge"])
  }

  @Test func `parts of a hyphenated word stand at adjacent positions`() {
    let tokens = Analyzed("e-mail COVID-19").items
    #expect(tokens.map(\.exact) == ["e", "mail", "covid", "19"])
    #expect(tokens.map(\.token.position) == [0, 1, 2, 3])
  }

  @Test func `dotted initials are one word`() {
    #expect(Analyzed("U.S.A. and the U.S. in ა.შ.შ.").exacts == ["usa", "and", "the", "us", "in", "აშშ"])
  }

  @Test func `names with an apostrophe are whole, elided articles apart`() {
    #expect(
      Analyzed("O’Brien don't l'homme dell'arte d'Artagnan").exacts == [
        "o'brien", "don't", "l", "homme", "dell", "arte", "d", "artagnan",
      ])
  }

  @Test func `a figure is the same however it is grouped`() {
    #expect(Analyzed("1,234,567 1.234.567 1'234'567 1234567").exacts == Array(repeating: "1234567", count: 4))
    #expect(Analyzed("3.5 3,5").exacts == ["3.5", "3.5"])
    #expect(Analyzed("1,234.5 1.234,5").exacts == ["1234.5", "1234.5"])
    #expect(Analyzed("12 １２ ١٢ 𝟏𝟐").exacts == Array(repeating: "12", count: 4))
    #expect(Analyzed("٣٫٥ １２", "ar").exacts == ["3.5", "12"])
  }

  @Test func `dates, times and lists of figures fall apart`() {
    #expect(
      Analyzed("01.03.2022 2022-03-01 10:30 1,2,3 192.168.0.1").exacts
        == ["01", "03", "2022", "2022", "03", "01", "10", "30", "1", "2", "3", "192", "168", "0", "1"])
  }

  @Test func `a figure knows that it is one`() {
    #expect(Analyzed("1,000 men in 2022").kinds == [.number, .word, .word, .number])
  }
}
