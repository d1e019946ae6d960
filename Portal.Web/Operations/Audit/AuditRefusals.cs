using Portal.Domain.Common;

namespace Portal.Web.Operations.Audit;

/// <summary>What is refused about the trail.</summary>
internal static class AuditRefusals
{
    /// <summary>What was typed is no line of the trail.</summary>
    public static readonly Refusal NoAnchor = new("Audit.NoAnchor");

    /// <summary>The database has no key of the trail.</summary>
    public static readonly Refusal NoKey = new("Audit.NoKey");

    /// <summary>The keys at hand do not open the trail's.</summary>
    public static readonly Refusal WrongKeys = new("Audit.WrongKeys");
}
