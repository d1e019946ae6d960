using Portal.Domain.GroupMeetings;
using Portal.Web.Documents;
using Portal.Web.Operations;
using Portal.Web.Operations.Cases;
using Portal.Web.Shared;

namespace Portal.Web.Processes.GroupMeetings;

/// <summary>Group meetings (Đ7.B.1, Đ7.B.2).</summary>
public sealed class GroupMeetingsModule : ProcessModule
{
    public override void AddServices(IServiceCollection services) =>
        services.AddSingleton<GroupAgenda>().AddSingleton<MinutesFile>();

    /// <summary>The minutes, as far as who asks reads them.</summary>
    public override void MapDocuments(IEndpointRouteBuilder routes) =>
        routes.MapFile(Routes.Cases + "/{address}/bien-ban.docx", MinutesAsync);

    private static async Task<IResult> MinutesAsync(
        string address, FileRequest asked, CaseQueries cases, MinutesFile file, PortalOperations operations, CancellationToken cancellation)
    {
        var found = await cases.FindAsync(asked.Actor, Routes.NumberOf(address), cancellation);
        if (!found.IsSuccess || found.Value.Subject is not GroupMeeting meeting
            || GroupMeetingScreens.MinutesOf(found.Value) is not { } minutes)
        {
            return Results.NotFound();
        }

        var number = found.Value.Case.Number;
        return await asked.GiveAsync(
            await operations.RecordAsync(asked.Actor, "Case.MinutesTaken", number, caseId: meeting.CaseId, cancellation: cancellation),
            FileKind.Document,
            context => file.Make(meeting, minutes, context),
            $"bien-ban-{number.Replace('/', '-')}");
    }
}
