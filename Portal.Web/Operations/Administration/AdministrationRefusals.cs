using Portal.Domain.Common;

namespace Portal.Web.Operations.Administration;

/// <summary>Accounts and the organisation.</summary>
internal static class AdministrationRefusals
{
    public static Refusal ChangedMeanwhile { get; } = new("Org.ChangedMeanwhile") { Kind = RefusalKind.ChangedMeanwhile };

    /// <summary>Nothing is saved of a sheet that is only tried, or that has errors.</summary>
    public static Refusal OnlyTried { get; } = new("Org.OnlyTried");

    /// <summary>What a workbook would do is no longer what was shown.</summary>
    public static Refusal ShownOtherwise { get; } = new("Import.ShownOtherwise") { Kind = RefusalKind.ChangedMeanwhile };

    public static Refusal TakenBackBefore { get; } = Refusal.NotNow("Import.TakenBackBefore");

    /// <summary>Rows that an import brought or changed are no longer as it left them.</summary>
    public static Refusal ChangedSince(string rows) => Refusal.NotNow("Import.ChangedSince", null, rows);

    /// <summary>Rows that an import brought have accounts or cases, or others name them.</summary>
    public static Refusal InUse(string rows) => Refusal.NotNow("Import.InUse", null, rows);

    public static Refusal HasAccount(string? userName) => Refusal.NotNow("Account.HasOne", null, userName);
}
