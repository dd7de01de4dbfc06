/// Ukrainian has letters for what Russian writes alike: Kobakhidze is Кобахідзе. Latin is the national system of 2010 with the
/// habits of the press.
extension TransliterationTables {
  static let latinToUkrainian = TransliterationTable(
    """
    a:а ai:аі,ай ay:ай,ей aya:ая ayi:аї b:б c:к,ц,с ch:ч,х chev$:чов,чев ck:к d:д dj:дж dz:дз dzh:дж e:е,є ee:і,и ei:ей,еі,еї el$:ель,ел
    ey:ей eye:еє f:ф g:г,ґ gh:г,ґ h:г,х i:і,и,~ї ia:ія,іа,я ian$:ян,іан ich$:ич,іч iev$:їв,єв,ієв iy$:ій,ий iya:ія iye:іє iyi:ії
    j:дж,ж,~й ja:джа,я ju:джу,ю k:к kh:х l:л,ль ll:лл,л m:м mm:мм,м n:н nn:нн,н o:о,і oi:ой,оі,ої oo:у ou:у oy:ой oya:оя p:п ph:ф q:к
    r:р rr:р s:с,~з sch:ш,щ,~сч sh:ш shch:щ ski$:ський,скі skiy$:ський sky$:ський skyy$:ський skaya$:ська ska$:ська ss:сс,с t:т tch:ч
    th:т ts:ц tsch:ч tsq:цк tt:тт,т tz:ц u:у v:в w:в,~у x:кс y:и,й,і y$:ий,і,и ya:я ych$:ич ye:є,е yev$:єв yi:ї,иї yo:йо,ьо yu:ю
    yy$:ий z:з zh:ж
    """)

  static let georgianToUkrainian = TransliterationTable(
    """
    ა:а აი:аі,ай,аї აია$:ая ბ:б გ:г,ґ დ:д ე:е,є ეი:ей,еї,еі ვ:в ზ:з თ:т ი:і,и ი$:і, ია:ія,я,іа ია$:ія,я იანი$:ян,іані,іан იე:іє,є
    იო:іо,йо იუ:ю,іу კ:к ლ:л,~ль ლი$:лі,л,ль მ:м ნ:н ო:о,~і ოი:ой,ої პ:п ჟ:ж რ:р ს:с სკი$:ський,скі სკაია$:ська ტ:т უ:у ფ:п,ф ქ:к
    ღ:г,ґ ყ:к,кх შ:ш შჩ:щ ნსკი$:нський,нськ ჩ:ч ჩოვი$:чов,чев შჩოვი$:щов ც:ц ძ:дз წ:ц წყ:цк,цх ჭ:ч ხ:х ჯ:дж,ж ჰ:г,х,
    """)

  /// From Russian, whose words lie closest.
  static let cyrillicToUkrainian = TransliterationTable(
    """
    а:а б:б в:в г:г,~ґ д:д е:е,є ее:еє ё:ьо,йо,о ж:ж з:з и:і,и ие:іє ий$:ій,ий ич$:ич,іч ия:ія й:й к:к л:л м:м н:н о:о,~і п:п р:р с:с
    ский$:ський ская$:ська ск$:ськ,ск т:т у:у ф:ф х:х ц:ц ч:ч чев$:чов,чев ш:ш щ:щ щев$:щов,щев ъ: ы:и ый$:ий ь:ь,~ ье:ьє,є э:е,є ю:ю я:я
    """)

  /// To Russian, of words that Russian does not write so.
  static let ukrainianToCyrillic = TransliterationTable(
    """
    а:а б:б в:в г:г ґ:г д:д е:е,э є:е,ье,э ж:ж з:з и:и,ы ий$:ий,ый і:и,~о ії:ии іє:ие ій$:ий ія:ия ї:и,ии й:й йо:ё,йо к:к л:л м:м н:н о:о
    п:п р:р с:с ський$:ский ська$:ская ськ$:ск т:т у:у ф:ф х:х ц:ц ч:ч чов$:чев,чёв,чов ш:ш щ:щ щов$:щев,щёв ь:ь ьо:ё,е ю:ю я:я
    """)

  /// Whether Russian would write a word in Cyrillic letters in another way.
  static func isUkrainian(_ letters: some BidirectionalCollection<Unicode.Scalar>) -> Bool {
    letters.contains { "іїєґ".unicodeScalars.contains($0) }
      || ["ський", "ська", "чов", "щов"].contains {
        letters.suffix($0.unicodeScalars.count).elementsEqual($0.unicodeScalars)
      }
  }
}
