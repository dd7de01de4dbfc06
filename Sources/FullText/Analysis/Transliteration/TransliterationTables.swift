/// The conventions between the Latin, Russian, Ukrainian and Georgian spelling of names.
///
/// Georgian to Latin is the national system of 2002 with the habits of the press (ყ also `k`, ფ also `f`), Russian to
/// Latin that of news agencies. Georgian tells aspirated from ejective consonants, the others do not: that is where
/// most choices come from.
enum TransliterationTables {
  /// The table of a direction; nil where a word would stay as it is. Words from Cyrillic may be Ukrainian.
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
    case (.latin, .latin): latinToLatin
    case (.latin, .ukrainian): latinToUkrainian
    case (.georgian, .ukrainian): georgianToUkrainian
    case (.cyrillic, .ukrainian): cyrillicToUkrainian
    case (.cyrillic, .cyrillic): ukrainianToCyrillic
    case (.georgian, .georgian), (.ukrainian, _): nil
    }
  }

  /// A Georgian nominative ends in a vowel.
  private static let nominative = (after: "ბგდვზთკლმნპჟრსტფქღყშჩცძწჭხჯჰ", ending: "ი")

  private static let latinToGeorgian = TransliterationTable(
    """
    a:ა b:ბ c:კ,ც,ს ch:ჩ,ჭ,~ქ,~ხ chev$:ჩოვ,ჩევ ck:კ d:დ dj:ჯ dz:ძ dzh:ჯ e:ე ee:ი ey:ეი f:ფ g:გ,ღ gh:ღ h:ჰ,ხ i:ი iy$:ი j:ჯ,ჟ,ი
    k:კ,ქ,ყ kh:ხ l:ლ ll:ლ m:მ mm:მ n:ნ nn:ნ o:ო oo:უ ou:უ p:პ,ფ ph:ფ q:ყ,ქ,კ r:რ rr:რ s:ს sch:შ,შჩ sh:შ shch:შჩ shchev$:შჩოვ,შჩევ
    skaya$:სკაია skiy$:სკი sky$:სკი skyy$:სკი ss:ს t:თ,ტ tch:ჩ,ჭ th:თ ts:ც,წ tsch:ჩ tskh:ცხ,წყ tsq:წყ tt:ტ tz:ც u:უ v:ვ
    w:ვ,~უ x:ქს,~ხ y:ი ya:ია,ა ye:ე,იე yo:იო,ო yu:იუ yy$:ი z:ზ zh:ჟ
    """, closing: nominative)

  private static let latinToCyrillic = TransliterationTable(
    """
    a:а ai:аи,ай ay:ай,ей aya:ая,айя aye:ае,айе ayu:аю b:б c:к,ц,с ch:ч,х ck:к d:д dj:дж dz:дз dzh:дж e:е,э ee:и ei:ей,еи
    el$:ель,ел ey:ей eye:ее f:ф g:г gh:г h:х,~г i:и,~ы ia:ия,иа,ья ia$:ия,иа ian$:ян,иан iy$:ий iya:ия iye:ие j:дж,ж,~й ja:джа,я
    ju:джу,ю k:к kh:х l:л,ль ll:лл,л m:м mm:мм,м n:н nn:нн,н o:о oi:ой,ои oo:у ou:у oy:ой oya:оя oye:ое p:п ph:ф q:к r:р rr:р,рр
    s:с,~з sch:ш,щ,~сч sh:ш shch:щ ski$:ский,ски skiy$:ский sky$:ский skyy$:ский ss:сс,с t:т tch:ч th:т ts:ц tsch:ч tsk:цк,цх tsq:цк
    tt:тт,т tz:ц u:у v:в w:в,~у x:кс y:ы,й,и y$:ий,и ya:я ych$:ич ye:е,ье yo:е yu:ю z:з zh:ж
    """)

  /// The romanisations of one name, for words that end like a surname of the region.
  private static let latinToLatin = TransliterationTable(
    """
    a:a b:b c:c ch:ch,~tch chev$:chev,chov d:d dz:dz dzh:dzh,j e:e ev$:ev,yev,iev ey:ey,ei eyev$:eyev,eev f:f g:g,gh gh:gh,g h:h,kh
    i:i,y ia:ia,ya ian$:ian,yan ich$:ich,ych iya$:iya,ia iyev$:iyev,iev,yev j:j,dzh,zh k:k,q kh:kh,h l:l m:m n:n o:o p:p ph:ph,p
    q:q,k r:r s:s sh:sh shch:shch ski$:ski,sky,skyy,skiy skiy$:skiy,sky,ski,skyy sky$:sky,ski,skyy,skiy skyy$:skyy,sky,ski,skiy t:t
    tch:tch,ch ts:ts u:u v:v w:w,v x:x,ks y:y,i ya:ya,ia yan$:yan,ian ych$:ych,ich yev$:yev,ev,iev yu:yu,iu yy$:yy,y z:z zh:zh,j
    """)

  private static let cyrillicToLatin = TransliterationTable(
    """
    а:a ае:ae,aye ай:ai,ay ая:aya,aia б:b в:v,~w г:g,gh,h д:d дж:j,dzh дз:dz е:e,ye,~yo ее:ee,eye ей:ei,ey ж:zh,~j з:z
    и:i,y ие:ie,iye ий:iy ий$:y,i,iy ич$:ich,ych ия:ia,iya й:y,i к:k,c,q кс:x,ks л:l,=ll м:m н:n,=nn о:o ое:oe,oye ой:oi,oy п:p р:r,=rr с:s,=ss
    ский$:sky,ski,skyy,skiy,~skyi ський$:sky,skyy,ski т:t,=tt у:u,~ou уи:ui,~wi ф:f,=ff,~ph х:kh,h,~ch ц:ts,~c,~tz цх:tskh,tsk ч:ch,~tch,~tsch ш:sh,~sch,~ch щ:shch,~sch ъ: ы:y,i ый$:y ь:
    ье:ie,ye,yo э:e ю:yu,iu,u,~ju ю$:yu,iu я:ya,ia,a,~ja ян$:yan,ian ґ:g є:ye,ie,e і:i,y ії:iyi,ii ій$:iy,ii ія:ia,iya ї:yi,i
    ьо:yo,io чов$:chev,chov щов$:shchev,shchov
    """)

  private static let cyrillicToGeorgian = TransliterationTable(
    """
    а:ა б:ბ в:ვ г:გ,ღ,~ჰ д:დ дж:ჯ дз:ძ е:ე,იე,~იო ж:ჟ,ჯ з:ზ и:ი ий:ი ия:ია й:ი к:კ,ქ,ყ кк:კ л:ლ лл:ლ м:მ мм:მ н:ნ нн:ნ о:ო п:პ,ფ р:რ рр:რ с:ს
    сс:ს тт:ტ,თ фф:ფ     ський$:სკი т:ტ,თ у:უ ф:ფ х:ხ,ჰ ц:ც,წ цх:ცხ,წყ ч:ჩ,ჭ чев$:ჩოვ,ჩევ ш:შ щ:შჩ щев$:შჩოვ,შჩევ ъ: ы:ი ый$:ი ь: ье:იე,იო э:ე
    ю:იუ я:ია,ა ґ:გ,ღ є:ე,იე і:ი ій:ი ія:ია ї:ი чов$:ჩოვ щов$:შჩოვ ька$:კა ьо:იო,ო
    """, closing: nominative)

  private static let georgianToLatin = TransliterationTable(
    """
    ა:a აე:ae,aye აია$:aya,aia აიე:aie ბ:b გ:g დ:d ე:e,ye ეი:ei,ey ვ:v,~w ზ:z თ:t,~th ი:i,y ი$:i, ია:ia,ya ია$:ia,ya იანი$:iani,yan,ian
    იე:ie,iye,ye იოვი$:yov,ev,iov იუ:yu,iu,~ju კ:k,c ლ:l,=ll მ:m ნ:n,=nn ნსკი$:nsky,nsk,nskyy,nski,~nskiy ო:o პ:p ჟ:zh,~j რ:r,=rr ს:s,=ss სკი$:sky,ski,skyy,skiy,~skyi ტ:t,=tt უ:u,~ou,~oo
    ფ:p,f,=ff,~ph ქ:k,q,~c ქს:x,ks ღ:gh,g ყ:q,k შ:sh,~sch,~ch შჩ:shch,~sch ჩ:ch,~tch,~tsch ჩოვი$:chev,chov შჩოვი$:shchev,shchov ვიჩი$:vich,vych
    ც:ts,~c ძ:dz წ:ts წყ:tsk,tskh,tsq ჭ:ch,~tch ხ:kh,h,~ch ჯ:j,dzh ჰ:h,
    """)

  private static let georgianToCyrillic = TransliterationTable(
    """
    ა:а აე:ае აი:аи,ай აია$:ая ბ:б გ:г დ:д ე:е,э ეი:ей,еи ვ:в ზ:з თ:т ი:и,ы ი$:и, ია:ия,я,иа,ья იანი$:ян,иани,иан იე:ие,е,ье იო:ио,е
    იუ:ю,иу კ:к ლ:л,=лл,~ль ლი$:ли,л,ль მ:м ნ:н,=нн ო:о ოი:ой,ои პ:п ჟ:ж რ:р,=рр ს:с,=сс სკი$:ский,ски ტ:т უ:у ფ:п,ф ქ:к ღ:г ყ:к,кх შ:ш შჩ:щ
    ნსკი$:нский,нск ჩ:ч ჩოვი$:чев,чов შჩოვი$:щев,щов ც:ц ძ:дз წ:ц წყ:цк,цх ჭ:ч ხ:х ჯ:дж,ж ჰ:х,г,
    """)
}
