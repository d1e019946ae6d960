namespace Portal.Web.Operations.FollowUps;

/// <summary>All registers of what was noted and is followed up.</summary>
internal static class FollowedSources
{
    public static IReadOnlyList<IFollowedSource> All { get; } = [new ContactSource(), new GuidanceSource(), new UninvitedMeetingSource()];
}
