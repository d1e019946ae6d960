namespace Portal.Tests.Processes;

internal sealed class TripGuide : IGuideScreens
{
    public IEnumerable<GuideScreen> Screens =>
    [
        new("bao-viec", "vuong.gm", "/bat-dau/field-trip"),
        new("ke-hoach", "quy.pc", "/ke-hoach"),
    ];
}
