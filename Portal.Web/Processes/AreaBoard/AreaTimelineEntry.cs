using Portal.Domain.Common;

namespace Portal.Web.Processes.AreaBoard;

/// <summary>One thing that happened in an area.</summary>
/// <param name="Kind">Key of its word: <c>area-fact.{kind}</c>.</param>
/// <param name="At">UTC.</param>
/// <param name="Href">Where it is written; empty where nowhere.</param>
/// <param name="Number">Of the case that it is written in; empty for a record of a register.</param>
/// <param name="Text">Empty where the fact is all there is to say, or may be read on its own page only.</param>
/// <param name="IsRestricted">Its words are read where that is recorded .</param>
public sealed record AreaTimelineEntry(
    string Kind, DateTime At, string Href, string Number, string Text, LocalText State = default, bool IsRestricted = false);
