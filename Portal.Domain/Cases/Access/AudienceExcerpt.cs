namespace Portal.Domain.Cases;

/// <summary>Single forms of a Normal case, for people whom its content as a whole is not for.</summary>
/// <param name="Office">For this office only; null for anybody.</param>
/// <param name="As">Only for who is on the case in this way; null for all cases of the process.</param>
/// <param name="Forms">Keys of the forms, beside those that one sent oneself.</param>
/// <param name="SeesOutcomes">All steps, and of decisions who decided what, without the reasons; otherwise one's own steps alone.</param>
public sealed record AudienceExcerpt(AudienceOffice? Office, CasePersonKind? As, IReadOnlyList<string> Forms, bool SeesOutcomes = false)
{
    /// <summary>Fields of these forms that are left out.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];
}
