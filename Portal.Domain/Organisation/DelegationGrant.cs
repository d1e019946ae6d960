using Portal.Domain.Common;

namespace Portal.Domain.Organisation;

/// <summary>
/// a substitute for a period and a set of processes. It takes effect once accepted, is not transitive, and by
/// default leaves Restricted items with the person who delegates.
/// </summary>
public sealed class DelegationGrant : IEffectiveDated
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string PrincipalId { get; init; }

    public required string DelegateId { get; init; }

    /// <summary>Process keys, separated by commas; empty means every process.</summary>
    public string ProcessKeys { get; init; } = "";

    public bool IncludesRestricted { get; init; }

    /// <summary>Steps that are for the head alone, which otherwise wait for the head .</summary>
    public bool IncludesHeadOnly { get; init; }

    /// <summary>Day (Viet Nam) on which it was given: what was done by it cites that day .</summary>
    public required DateOnly GrantedOn { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }

    public DateTime? AcceptedAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    public bool Covers(Errand errand, DateOnly day) =>
        AcceptedAt is not null && RevokedAt is null && this.IsValidOn(day)
        && (IncludesRestricted || !errand.IsRestricted) && (IncludesHeadOnly || !errand.IsForHeadAlone)
        && (ProcessKeys.Length == 0 || ProcessKeys.Split(',').Contains(errand.ProcessKey));

    /// <summary>Only the substitute accepts.</summary>
    public Result Accept(string personId, DateTime now)
    {
        if (personId != DelegateId)
        {
            return Refusal.Forbidden;
        }

        if (RevokedAt is not null)
        {
            return DelegationRefusals.Revoked;
        }

        AcceptedAt ??= now;
        return Result.Ok;
    }

    /// <summary>Either side may end it.</summary>
    public Result Revoke(string personId, DateTime now)
    {
        if (personId != DelegateId && personId != PrincipalId)
        {
            return Refusal.Forbidden;
        }

        RevokedAt ??= now;
        return Result.Ok;
    }
}
