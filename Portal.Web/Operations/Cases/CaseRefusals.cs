using Portal.Domain.Common;

namespace Portal.Web.Operations.Cases;

/// <summary>What is kept of a case beside its steps.</summary>
internal static class CaseRefusals
{
    /// <summary>X-03: nothing is kept before the state-secret question is answered.</summary>
    public static Refusal SecrecyUnanswered { get; } = new("Secrecy.Unanswered", "Đ7.A.6");

    public static Refusal DraftTooLarge { get; } = new("Draft.TooLarge");

    /// <summary>X-13: a draft of somebody else was sent, thrown away, or is no longer shared.</summary>
    public static Refusal DraftGone { get; } = new("Draft.Gone");
}
