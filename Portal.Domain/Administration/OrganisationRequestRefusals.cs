using Portal.Domain.Common;

namespace Portal.Domain.Administration;

/// <summary>Refusals of requests to change the organisation.</summary>
public static class OrganisationRequestRefusals
{
    /// <summary>X-08: nobody approves what they asked for.</summary>
    public static Refusal OwnRequest { get; } = Refusal.NotAllowed("OrgRequest.Own");

    /// <summary>It was decided on or withdrawn before.</summary>
    public static Refusal NotOpen { get; } = Refusal.NotNow("OrgRequest.NotOpen");

    /// <summary>It is not done at once: it is sent to a leader.</summary>
    public static Refusal NeedsLeader { get; } = Refusal.NotAllowed("OrgRequest.NeedsLeader");

    /// <summary>A workbook that changes who watches, leads or is in charge, of what there is already.</summary>
    public static Refusal WorkbookNeedsLeader { get; } = Refusal.NotAllowed("OrgRequest.WorkbookNeedsLeader");

    /// <summary>So late, taking a workbook back is a change like any other.</summary>
    public static Refusal ImportNeedsLeader(int hours) => Refusal.NotAllowed("OrgRequest.ImportNeedsLeader", null, hours);

    /// <summary>It would no longer do what the leader was shown.</summary>
    public static Refusal ChangedMeanwhile { get; } = new("OrgRequest.ChangedMeanwhile") { Kind = RefusalKind.ChangedMeanwhile };

    public static Refusal NotCarriedOut { get; } = Refusal.NotNow("OrgRequest.NotCarriedOut");

    public static Refusal TooLate(int hours) => Refusal.NotNow("OrgRequest.TooLate", null, hours);
}
