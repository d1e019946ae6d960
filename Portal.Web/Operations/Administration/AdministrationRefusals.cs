using Portal.Domain.Common;

namespace Portal.Web.Operations.Administration;

/// <summary>Accounts and the organisation.</summary>
internal static class AdministrationRefusals
{
    public static Refusal ChangedMeanwhile { get; } = new("Org.ChangedMeanwhile") { Kind = RefusalKind.ChangedMeanwhile };

    /// <summary>Nothing is saved of a sheet that is only tried, or that has errors.</summary>
    public static Refusal OnlyTried { get; } = new("Org.OnlyTried");

    public static Refusal HasAccount(string? userName) => Refusal.NotNow("Account.HasOne", null, userName);
}
