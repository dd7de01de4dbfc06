/// The conventions between the Latin, Russian and Georgian spelling of names.
///
/// Georgian to Latin is the national system of 2002 with the habits of the press (ყ also `k`, ფ also `f`), Russian to
/// Latin that of news agencies. Georgian tells aspirated from ejective consonants, the others do not: that is where
/// most choices come from.
enum TransliterationTables {
  /// The table of a direction; nil from a script to itself.
  static func table(from source: Transliteration.Target, to target: Transliteration.Target)
    -> TransliterationTable?
  {
    switch (source, target) {
    case (.latin, .georgian): latinToGeorgian
    case (.latin, .cyrillic): latinToCyrillic
    case (.cyrillic, .latin): cyrillicToLatin
    case (.cyrillic, .georgian): cyrillicToGeorgian
    case (.georgian, .latin): georgianToLatin
    case (.georgian, .cyrillic): georgianToCyrillic
    case (.latin, .latin), (.cyrillic, .cyrillic), (.georgian, .georgian): nil
    }
  }

  /// A Georgian nominative ends in a vowel.
  private static let nominative = (after: "ბგდვზთკლმნპჟრსტფქღყშჩცძწჭხჯჰ", ending: "ი")

  private static let latinToGeorgian = TransliterationTable(
    """
    a:ა b:ბ c:კ,ც,ს ch:ჩ,ჭ,ქ ck:კ d:დ dz:ძ dzh:ჯ e:ე ee:ი ey:ეი f:ფ g:გ,ღ gh:ღ h:ჰ,ხ i:ი iy$:ი j:ჯ,ჟ k:კ,ქ,ყ kh:ხ l:ლ ll:ლ m:მ
    mm:მ n:ნ nn:ნ o:ო oo:უ ou:უ p:პ,ფ ph:ფ q:ყ,ქ,კ r:რ rr:რ s:ს sh:შ shch:შჩ ss:ს t:თ,ტ th:თ ts:ც,წ tt:ტ tz:ც u:უ v:ვ w:ვ,უ
    x:ქს,ხ y:ი ya:ია,ა ye:ე yy$:ი yo:იო yu:იუ z:ზ zh:ჟ
    """, closing: nominative)

  private static let latinToCyrillic = TransliterationTable(
    """
    a:а ay:ай,ей b:б c:к,ц,с ch:ч,х ck:к d:д dz:дз dzh:дж e:е,э ee:и el$:ель,ел ey:ей f:ф g:г gh:г h:х,г i:и ia:ия,иа ia$:ия,иа
    iy$:ий j:дж,й,ж k:к kh:х l:л,ль ll:лл,л m:м mm:мм,м n:н nn:нн,н o:о oo:у ou:у p:п ph:ф q:к r:р rr:р s:с,з sh:ш shch:щ
    ski$:ский,ски skiy$:ский sky$:ский skyy$:ский ss:сс,с t:т th:т ts:ц tt:тт,т tz:ц u:у v:в w:в,у x:кс y:ы,й,и y$:ий,и ya:я ye:е
    yo:е yu:ю z:з zh:ж
    """)

  private static let cyrillicToLatin = TransliterationTable(
    """
    а:a ай:ai,ay б:b в:v,w г:g,h д:d дж:j дз:dz е:e,ye ей:ei,ey ж:zh,j з:z и:i ий:iy ий$:y,i,iy ия:ia,iya й:y,i к:k,c кс:x,ks л:l
    м:m н:n о:o п:p р:r с:s т:t у:u ф:f,ph х:kh,h ц:ts,c,tz ч:ch ш:sh щ:shch ъ: ы:y ый$:y ь: э:e ю:yu,iu,u я:ya,ia,a
    """)

  private static let cyrillicToGeorgian = TransliterationTable(
    """
    а:ა б:ბ в:ვ г:გ,ღ,ჰ д:დ дж:ჯ дз:ძ е:ე,იე ж:ჟ з:ზ и:ი ий:ი ия:ია й:ი к:კ,ქ,ყ л:ლ м:მ н:ნ о:ო п:პ,ფ р:რ с:ს т:ტ,თ у:უ
    ф:ფ х:ხ,ჰ ц:ც,წ ч:ჩ,ჭ ш:შ щ:შჩ ъ: ы:ი ый$:ი ь: э:ე ю:იუ я:ია,ა
    """, closing: nominative)

  private static let georgianToLatin = TransliterationTable(
    """
    ა:a ბ:b გ:g დ:d ე:e ვ:v,w ზ:z თ:t ი:i,y ი$:i, იე:ie,iye კ:k,c ლ:l მ:m ნ:n ო:o პ:p ჟ:zh,j რ:r ს:s სკი$:ski,sky ტ:t,tt უ:u,oo ფ:p,f,ph
    ქ:k,q ქს:x,ks ღ:gh,g ყ:q,k შ:sh ჩ:ch ც:ts,c ძ:dz წ:ts ჭ:ch ხ:kh,h ჯ:j ჰ:h
    """)

  private static let georgianToCyrillic = TransliterationTable(
    """
    ა:а აი:аи,ай ბ:б გ:г დ:д ე:е,э ეი:ей,еи ვ:в ზ:з თ:т ი:и,ы ი$:и, ია:ия,иа,я იე:ие,е იუ:ю,иу კ:к ლ:л მ:м ნ:н ო:о ოი:ой,ои პ:п ჟ:ж
    რ:р ს:с სკი$:ский,ски ტ:т უ:у ფ:п,ф ქ:к ღ:г ყ:к,кх შ:ш ჩ:ч ც:ц ძ:дз წ:ц ჭ:ч ხ:х ჯ:дж ჰ:х,г,
    """)
}
