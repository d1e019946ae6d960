namespace Portal.Web.Processes.Meetings;

/// <summary>P2: meetings that the groups attend.</summary>
public sealed class MeetingsModule : ProcessModule
{
    public override void AddServices(IServiceCollection services) => services.AddSingleton<MeetingBriefings>();
}
