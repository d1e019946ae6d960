namespace Portal.Tests.Processes;

internal sealed class MeetingGuide : IGuideScreens
{
    public IEnumerable<GuideScreen> Screens =>
    [
        new("giay-moi", "thao.ltb", "/bat-dau/meeting-attendance"),
    ];
}
