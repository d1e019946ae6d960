namespace Portal.Domain.Organisation;

public static class EffectiveDating
{
    public static bool IsValidOn(this IEffectiveDated item, DateOnly day) =>
        item.ValidFrom <= day && (item.ValidTo is not { } end || day <= end);

    public static bool Overlaps(this IEffectiveDated a, IEffectiveDated b) =>
        a.ValidFrom <= (b.ValidTo ?? DateOnly.MaxValue) && b.ValidFrom <= (a.ValidTo ?? DateOnly.MaxValue);
}
