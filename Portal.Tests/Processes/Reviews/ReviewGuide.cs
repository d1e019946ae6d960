namespace Portal.Tests.Processes;

internal sealed class ReviewGuide : IGuideScreens
{
    public IEnumerable<GuideScreen> Screens =>
    [
        new("ky-kiem-diem", "hang.ctl", "/kiem-diem"),
        new("mo-ky", "hang.ctl", "/bat-dau/review-suggestion-annual"),
        new("dot-xuat", "duong.ha", "/bat-dau/review-suggestion-adhoc"),
    ];
}
