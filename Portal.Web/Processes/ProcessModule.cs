namespace Portal.Web.Processes;

/// <summary>
/// What a module brings to the portal beside the pages of its cases: services, entries of the menu, files to be taken away. Found by
/// assembly: nothing lists them.
/// </summary>
public abstract class ProcessModule
{
    public virtual void AddServices(IServiceCollection services)
    {
    }

    public virtual IEnumerable<MenuEntry> Menu => [];

    /// <summary>What it shows on the page of an area.</summary>
    public virtual IEnumerable<ScreenPart> OfArea(string areaId) => [];

    /// <summary>Files that are made for who asks. Each endpoint checks the right and records the act before anything is written.</summary>
    public virtual void MapDocuments(IEndpointRouteBuilder routes)
    {
    }
}
