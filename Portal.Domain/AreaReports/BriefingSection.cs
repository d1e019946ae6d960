namespace Portal.Domain.AreaReports;

/// <summary>A part of a briefing under its heading.</summary>
public sealed record BriefingSection
{
    public string? Title { get; init; }

    public string? Text { get; init; }
}
