namespace Portal.Domain.Organisation;

/// <summary>What somebody would do in another's place.</summary>
/// <param name="IsRestricted">It is about Restricted content .</param>
/// <param name="IsForHeadAlone">It is the head's own, and of nobody else .</param>
public readonly record struct Errand(string ProcessKey, bool IsRestricted, bool IsForHeadAlone = false);
