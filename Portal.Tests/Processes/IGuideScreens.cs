namespace Portal.Tests.Processes;

/// <summary>Pictures that a module has in the user guide. Found by reflection.</summary>
public interface IGuideScreens
{
    IEnumerable<GuideScreen> Screens { get; }
}
