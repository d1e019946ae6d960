using Portal.Domain.Common;
using Portal.Domain.Meetings;
using Portal.Web.Documents;
using Portal.Web.Operations;
using Portal.Web.Operations.Cases;
using Portal.Web.Security;
using Portal.Web.Shared;
using Portal.Web.Texts;

namespace Portal.Web.Processes.Meetings;

/// <summary>P2: meetings that the groups attend.</summary>
public sealed class MeetingsModule : ProcessModule
{
    public override void AddServices(IServiceCollection services) =>
        services.AddSingleton<MeetingBriefings>().AddSingleton<MeetingSuggestions>().AddSingleton<MeetingPapers>();

    /// <summary>The letter that answers the host, for who knows of the outcome.</summary>
    public override void MapDocuments(IEndpointRouteBuilder routes) =>
        routes.MapGet(Routes.Cases + "/{address}/tra-loi.docx", ReplyAsync)
            .RequireAuthorization(Policies.SignedIn)
            .ExcludeFromDescription();

    private static async Task<IResult> ReplyAsync(
        string address, HttpContext http, CaseQueries cases, MeetingPapers papers, PortalOperations operations, Localizer texts,
        CancellationToken cancellation)
    {
        var actor = http.User.ToActor(http.Connection.RemoteIpAddress?.ToString());
        var found = await cases.FindAsync(actor, Routes.NumberOf(address), cancellation);
        if (!found.IsSuccess || found.Value.Subject is not MeetingAttendance meeting || !MeetingPapers.HasReply(meeting))
        {
            return Results.NotFound();
        }

        var number = found.Value.Case.Number;
        var recorded = await operations.RunAsync(actor, o =>
        {
            o.Audit("Case.ReplyMade", number, caseId: meeting.CaseId);
            return Task.FromResult(Result.Ok);
        }, cancellation: cancellation);
        if (!recorded.IsSuccess)
        {
            return DocumentEndpoints.Refused(recorded.Refusal, texts);
        }

        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.File(
            papers.Reply(meeting, await operations.ContextAsync(actor, cancellation: cancellation)),
            PartyDocument.ContentType, $"tra-loi-{number.Replace('/', '-')}.docx");
    }
}
