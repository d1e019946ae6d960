using Portal.Domain.ReportItems;

namespace Portal.Web.Api;

/// <summary>Who did what with an item, and why.</summary>
public sealed record ItemEntryAnswer(
    ReportItemAct Act, DateTime At, string PersonId, string? ActingForId, ReportItemState From, ReportItemState To, string Words);
