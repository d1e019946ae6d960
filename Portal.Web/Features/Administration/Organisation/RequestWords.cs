using Portal.Domain.Administration;
using Portal.Web.Operations.Administration;
using Portal.Web.Shared.Forms;
using Portal.Web.Texts;

namespace Portal.Web.Features.Administration.Organisation;

/// <summary>A request in words.</summary>
internal static class RequestWords
{
    /// <summary>What is to be done, and to what.</summary>
    public static string Title(Localizer texts, OrganisationRequestRow request) =>
        request.RowName.Length > 0 ? $"{texts[$"admin.{request.Act}"]}: {request.RowName}" : texts[$"admin.{request.Act}"];

    /// <summary>How it stands, with who and when.</summary>
    public static string State(Localizer texts, OrganisationRequestRow request) => request switch
    {
        { State: OrganisationRequestState.TakenBack, TakenBackAt: { } back } =>
            texts["OrgRequest.TakenBackBy", request.TakenBackBy, LocalFormat.Moment(back)],
        { State: OrganisationRequestState.Approved, AtOnce: true, DecidedAt: { } at } =>
            texts["OrgRequest.DoneAtOnce", request.DecidedBy, LocalFormat.Moment(at)],
        { State: OrganisationRequestState.Approved, DecidedAt: { } at } =>
            texts["OrgRequest.ApprovedBy", request.DecidedBy, LocalFormat.Moment(at)],
        { State: OrganisationRequestState.Returned, DecidedAt: { } at } =>
            texts["OrgRequest.ReturnedBy", request.DecidedBy, LocalFormat.Moment(at)],
        { State: OrganisationRequestState.Withdrawn, DecidedAt: { } at } =>
            texts["OrgRequest.WithdrawnBy", request.AskedBy, LocalFormat.Moment(at)],
        _ => texts["OrgRequest.Waits"],
    };
}
