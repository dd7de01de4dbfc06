/// Takes Korean words to what stands before their particles.
///
/// A noun and the particle that tells its part in the sentence are written as one word (정부가, 정부는, 정부에서), so that without
/// this a noun would hardly find itself. Rules, on syllables in NFC:
/// 1. One particle is cut where the sound before it lets it stand there: 은 이 을 과 으로 behind a final consonant, 는 가 를 와 로 behind
///    a vowel (로 behind ㄹ, too), the others anywhere. So 가을 (autumn) and 전문가 (expert) keep their ends.
/// 2. Behind a particle of topic, one of place is cut as well (서울에서는).
/// 3. Then the plural 들 is cut.
/// 4. What is left has two syllables at least, or one where what is cut has two.
enum KoreanStemmer {
  /// The stem of a word; the word itself when it is not of Hangul syllables.
  static func stem(_ word: [UInt8]) -> [UInt8] {
    guard var syllables = hangul(word) else { return word }
    let whole = syllables.count
    if let cut = particle(of: syllables, among: all) {
      syllables.removeLast(cut.text.count)
      if cut.isTopic, let place = particle(of: syllables, among: places) {
        syllables.removeLast(place.text.count)
      }
    }
    if syllables.count > 2, syllables.last == plural { syllables.removeLast() }
    return syllables.count == whole ? word : syllables.flatMap { Array(UTF8.encode($0).unsafelyUnwrapped) }
  }

  fileprivate enum Sound { case any, consonant, vowel, vowelOrRieul }

  private struct Particle {
    let text: [Unicode.Scalar]
    let follows: Sound
    /// Whether it may stand behind another particle.
    var isTopic = false
  }

  private static func hangul(_ word: [UInt8]) -> [Unicode.Scalar]? {
    guard word.count >= 6, word[0] >= 0xEA else { return nil }
    let syllables = Array(String(decoding: word, as: UTF8.self).unicodeScalars)
    return syllables.allSatisfy { (0xAC00...0xD7A3).contains($0.value) } ? syllables : nil
  }

  /// The longest particle that the syllables may end in.
  private static func particle(of syllables: [Unicode.Scalar], among particles: [Particle]) -> Particle? {
    particles.first { particle in
      let left = syllables.count - particle.text.count
      return left >= (particle.text.count > 1 ? 1 : 2) && syllables[left...].elementsEqual(particle.text)
        && particle.follows.allows(syllables[left - 1])
    }
  }

  private static let plural: Unicode.Scalar = "들"
  private static let places =
    particles("에서 에게 까지 부터 에", .any) + particles("으로", .consonant) + particles("로", .vowelOrRieul)
  private static let all =
    (places
    + particles("에게서 한테 께서 처럼 보다 마다 조차 마저 밖에 만큼 의", .any)
    + particles("이라는 이라고 으로서 으로써 과", .consonant)
    + particles("라는 라고 와", .vowel)
    + particles("로서 로써", .vowelOrRieul)
    + particles("도 만", .any, isTopic: true)
    + particles("은 이 을", .consonant, isTopic: true)
    + particles("는 가 를", .vowel, isTopic: true)).sorted { $0.text.count > $1.text.count }

  private static func particles(_ texts: String, _ sound: Sound, isTopic: Bool = false) -> [Particle] {
    texts.split(separator: " ").map {
      Particle(text: Array($0.unicodeScalars), follows: sound, isTopic: isTopic)
    }
  }
}

extension KoreanStemmer.Sound {
  /// Whether a particle may stand behind a syllable: the last part of its number tells its final consonant.
  fileprivate func allows(_ syllable: Unicode.Scalar) -> Bool {
    let final = (syllable.value - 0xAC00) % 28
    return switch self {
    case .any: true
    case .consonant: final != 0
    case .vowel: final == 0
    case .vowelOrRieul: final == 0 || final == 8
    }
  }
}
