namespace Portal.Tests.Processes;

internal sealed class FeedbackGuide : IGuideScreens
{
    public IEnumerable<GuideScreen> Screens =>
    [
        new("gop-y", "an.tn", "/gop-y-quy-che"),
    ];
}
