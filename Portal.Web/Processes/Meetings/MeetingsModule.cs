using Portal.Domain.Meetings;
using Portal.Web.Documents;
using Portal.Web.Operations;
using Portal.Web.Operations.Cases;
using Portal.Web.Shared;

namespace Portal.Web.Processes.Meetings;

/// <summary>P2: meetings that the groups attend.</summary>
public sealed class MeetingsModule : ProcessModule
{
    public override void AddServices(IServiceCollection services) =>
        services.AddSingleton<MeetingBriefings>().AddSingleton<MeetingSuggestions>().AddSingleton<MeetingPapers>();

    /// <summary>The letter that answers the host, for who knows of the outcome.</summary>
    public override void MapDocuments(IEndpointRouteBuilder routes) => routes.MapFile(Routes.Cases + "/{address}/tra-loi.docx", ReplyAsync);

    private static async Task<IResult> ReplyAsync(
        string address, FileRequest asked, CaseQueries cases, MeetingPapers papers, PortalOperations operations,
        CancellationToken cancellation)
    {
        var found = await cases.FindAsync(asked.Actor, Routes.NumberOf(address), cancellation);
        if (!found.IsSuccess || found.Value.Subject is not MeetingAttendance meeting || !MeetingPapers.HasReply(meeting))
        {
            return Results.NotFound();
        }

        var number = found.Value.Case.Number;
        return await asked.GiveAsync(
            await operations.RecordAsync(asked.Actor, "Case.ReplyMade", number, caseId: meeting.CaseId, cancellation: cancellation),
            FileKind.Document,
            context => papers.Reply(meeting, context),
            $"tra-loi-{number.Replace('/', '-')}");
    }
}
