using Portal.Domain.Common;

namespace Portal.Domain.AreaIssues;

/// <summary>Refusals of an internal matter.</summary>
public static class AreaIssueRefusals
{
    /// <summary>Groups report what they watch.</summary>
    public static Refusal OnlyGroups { get; } = Refusal.NotAllowed("Issue.OnlyGroups", "Đ5.3");

    /// <summary>X-08: nobody settles what they reported.</summary>
    public static Refusal OwnIssue { get; } = Refusal.NotAllowed("Issue.Own", "Đ5.3");

    /// <summary>R-RPT-04 [Q]: what is flagged is the head's alone to settle.</summary>
    public static Refusal OnlyHead { get; } = Refusal.NotAllowed("Issue.OnlyHead", "Đ7.A.4");

    /// <summary>R-RPT-04 [Q]: what is flagged is not closed before the head has seen to it.</summary>
    public static Refusal HeadHasNotSeenIt { get; } = Refusal.NotNow("Issue.HeadHasNotSeenIt", "Đ7.A.4");

    /// <summary>The head has it already.</summary>
    public static Refusal IsWithHead { get; } = Refusal.NotNow("Issue.IsWithHead", "Đ7.A.4");

    /// <summary>Nothing was asked of the author, or it was answered.</summary>
    public static Refusal NothingAsked { get; } = Refusal.NotNow("Issue.NothingAsked", "Đ5.3");

    /// <summary>The author waits for nothing else before the leader decides: what was asked comes first.</summary>
    public static Refusal WaitsForAuthor { get; } = Refusal.NotNow("Issue.WaitsForAuthor", "Đ5.3");
}
