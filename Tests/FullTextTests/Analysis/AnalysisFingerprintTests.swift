import Checksums
import Testing

@testable import FullText

@Suite struct AnalysisFingerprintTests {
  /// For the number of the rules, the checksum of what they make of the texts below.
  private static let known: [UInt32: UInt32] = [13: 2_701_899_230]

  @Test func `other rules of analysis have another number`() {
    var made = ""
    for (tag, text) in Self.texts { made += described(text, tag) }
    for stem in Self.russianStems.split(separator: " ") {
      made += String(decoding: RussianStemmer.refine(Array(stem.utf8)), as: UTF8.self) + " "
    }
    for word in Self.russian.split(separator: " ") {
      made += String(decoding: RussianStemmer.stem(Array(word.utf8)) { $0 }, as: UTF8.self) + " "
    }
    for word in Self.georgian.split(whereSeparator: \.isWhitespace) {
      made += String(decoding: GeorgianStemmer.stem(Array(word.utf8)), as: UTF8.self) + " "
    }
    for word in Self.english.split(separator: " ") {
      made += String(decoding: EnglishStemmer.stem(Array(word.utf8)) { $0 }, as: UTF8.self) + " "
    }
    for word in Self.ukrainian.split(separator: " ") {
      made += String(decoding: UkrainianStemmer.stem(Array(word.utf8)), as: UTF8.self) + " "
    }
    let known = EnglishIrregulars.base.all.merging(RussianIrregulars.words.all) { first, _ in first }
    for form in known.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      made += String(decoding: form.key + [0x20] + form.value, as: UTF8.self) + " "
    }
    let checksum = Checksum.of(Array(made.utf8))
    #expect(
      checksum == Self.known[AnalysisFingerprint.rules],
      "Analysis has changed: raise AnalysisFingerprint.rules, so that indexes are built again, and note \(checksum) for it."
    )
  }

  @Test func `an index of other rules is not read, but can be built again`() throws {
    let segment = SegmentBuilder(schema: IndexModel.schema, analyzer: TextAnalyzer()).finish()
    var image = Array(segment.indexImage.bytes)
    image[48] ^= 1
    let checksum = Checksum.of(Array(image[..<60]))
    withUnsafeBytes(of: checksum.littleEndian) { image.replaceSubrange(60..<64, with: $0) }
    let error = #expect(throws: IndexError.self) {
      try SegmentFile.open(
        documents: segment.documentsImage, index: ImageRegion(copying: image), schema: IndexModel.schema)
    }
    #expect(error?.code == .unsupportedVersion)
  }

  /// The words of a text without their stems, most of which are libstemmer's.
  private func described(_ text: String, _ tag: String) -> String {
    Analyzed(text, tag).items.map { "\($0.exact) \($0.source) \($0.token.position) \($0.token.kind)\n" }
      .joined()
  }

  private static let texts = [
    (
      "und",
      "E-mail info@civil.ge, https://civil.ge/archives/12345?q=1#top; 1,234.5 tons on 01.03.2022 at 12:30"
    ),
    (
      "und",
      "U.S.A. AT&T C++ C# .NET state-of-the-art O'Brien don’t rock'n'roll naïve ﬁne ＡＢＣ x² CO₂ 𝟏𝟐 №5 50% $3 #tag @name"
    ),
    ("und", "Emoji 😀👨‍👩‍👧🇬🇪❤️1️⃣ 北京大学 東京タワー 대한민국 ไทย ירושלים الحكومةُ қазақ Київ об’єднана Երևան"),
    ("en", "Málaga café coöperate Straße Æsir Øresund İstanbul ışık ﷺ Ⅳ ½ ǅ"),
    ("ru", "Ёлка ёжик Йод подъезд ЦСКА-2 из-за"),
    (
      "ka",
      "ᲗᲑᲘᲚᲘᲡᲘ Ⴇბილისი ⴇⴁⴈⴊⴈⴑⴈ NATO-ს აშშ-ის 2024-ში მე-5 ბავშვებისთვისაც ურთიერთობანი დასაწყის უძველესმა"
    ),
    ("tr", "IĞDIR İzmir DIYARBAKIR şehri"), ("de", "Zürich Größe Übung ẞ"), ("el", "ΟΔΥΣΣΕΥΣ Αθήνα ϊ"),
    ("sr", "Čačak Đorđe Ђорђе"), ("es", "El Niño pingüino"), ("sv", "Ångström Älv"), ("hu", "Győr űr"),
    ("uk", "Їжак під'їзд"), ("ar", "أَحْمَد إِسلام ٱلله ـــ ١٢٣"), ("hi", "हिन्दी ज़रूर"), ("vi", "Đà Nẵng"),
  ]
  private static let georgian = """
    მეგობრებო მეგობრითურთ მუშაობდი არის არა არ არაა კაცი კაცმა კაცს კაცის კაცით კაცად კაცებისთვისაც თბილისშიც თბილისიდან საქართველოსთან საქართველოთი მთავრობამ წყლის წყალი
    მეგობრის მეგობარი ქვეყნის ქვეყანა მინდვრის მინდორი საზღვრის საზღვარი ორგანიზაციაა არჩევნებამდე უფლებათა რეფორმა ძირითად
    უძველესი მეცნიერნი ურთიერთობანი პრეზიდენტისგანაც კვლევისას ზაფხულში ტყეების ფოთი ინფოთი ხუთი გზაც ომიც თვეც დღევანდელი
    ღვინის ამბები ნაგვის ხიდან ხანი დენი სახელი პროცესთან ფასთან წელსაც ომისაც პროგრამაც სტუმარში ზელენსკისთან გააკეთა
    კაცნი გმირნი წიგნი ბერნი ძმანი ჭის მცხეთა მიიღონ დაიწყებენ მუშაობდნენ იმყოფებოდა დაშავდნენ გადაწყვიტა ჩავიდნენ დანარჩენ უკეთესმა ხელსა ჟურნალისტნი კობახიძემაც თანავე ბავშვივით ქუჩისკენ სახლისადმი მისთანავე წიგნითა ღამითა ფორმა დოგმა ფინიში მოქმედ ზეც სტატიებებს
    """
  private static let english =
    "overthrown firemen specimen colourful organised analyser experienced improvisation severely several harris"
  private static let ukrainian = "президентові незалежністю українця значень планує читатиме дня людей Празі"
  private static let russian =
    "льда матери граждан россиян писем детьми сыновья стал денег планирует голосующий воюют имеющего подпись известен спасен"
  private static let russianStems =
    "гражданин друз боец бойц копеек копейк людьм семян равнин батаре рынок отец точек уровен палец врем дочер церков ден дня муз иванов состав огон"
}
