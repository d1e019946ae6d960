using Portal.Domain.Common;

namespace Portal.Web.Processes;

/// <summary>Something that a record says of an area. Nothing Restricted.</summary>
/// <param name="Number">Of the case that says it; empty where it was noted by itself.</param>
/// <param name="At">UTC.</param>
/// <param name="Text">In its own words; empty where the fact is all there is to say.</param>
/// <param name="Domain">Field of work (Đ2.2); null where it says none.</param>
public sealed record AreaFact(AreaFactKind Kind, string Number, DateTime At, string Text = "", string? Domain = null)
{
    /// <summary>How it stands: the state of a directive, the level of a rating.</summary>
    public LocalText State { get; init; }
}
