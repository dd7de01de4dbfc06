/// The number of a document within its segment, from 0; rises in the order of insertion.
public typealias DocID = UInt32

/// What a cursor stands on when it has run out; above every document.
let endOfPostings: DocID = .max
