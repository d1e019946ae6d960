using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;

namespace Portal.Domain.Contacts;

/// <summary>
/// What the group that watches an area keeps of it: whom it knows there (Đ9.1) and which units are below it (Đ9.4). Who or what is no
/// longer there is ended, and offered no more.
/// </summary>
public static class AreaBook
{
    /// <summary>Null for a member of the group that watches the area today.</summary>
    public static Refusal? WhyNotKept(string areaId, CaseContext context) => context.WhyNotSomebody()
        ?? (context.Directory.GroupOfArea(areaId, context.Today) is { } group
            && context.Directory.IsMember(group, context.PrincipalId, context.Today)
                ? null
                : AreaBookRefusals.OnlyGroup);

    public static Result<AreaContact> Add(string areaId, KnownContactInput input, CaseContext context)
    {
        if ((WhyNotKept(areaId, context) ?? WhyNotNew(areaId, input, null, context)) is { } refusal)
        {
            return refusal;
        }

        return new AreaContact
        {
            AreaId = areaId,
            FullName = input.FullName!.Trim(),
            Position = input.Position!.Trim(),
            Phone = input.Phone ?? "",
        };
    }

    public static Result Change(AreaContact contact, KnownContactInput input, CaseContext context)
    {
        var refusal = WhyNotKept(contact.AreaId, context) ?? (contact.EndedOn is null ? null : AreaBookRefusals.Ended)
            ?? WhyNotNew(contact.AreaId, input, contact.Id, context);
        if (refusal is not null)
        {
            return refusal;
        }

        (contact.FullName, contact.Position, contact.Phone) = (input.FullName!.Trim(), input.Position!.Trim(), input.Phone ?? "");
        return Result.Ok;
    }

    public static Result End(AreaContact contact, CaseContext context)
    {
        if ((WhyNotKept(contact.AreaId, context) ?? (contact.EndedOn is null ? null : AreaBookRefusals.Ended)) is { } refusal)
        {
            return refusal;
        }

        contact.EndedOn = context.Today;
        return Result.Ok;
    }

    public static Result<SubUnit> Add(string areaId, SubUnitInput input, CaseContext context)
    {
        var isKnown = context.Directory.Data.SubUnits.Any(u => u.AreaId == areaId && IsSame(u.Name, input.Name));
        if ((WhyNotKept(areaId, context) ?? (isKnown ? AreaBookRefusals.Known("name") : null)) is { } refusal)
        {
            return refusal;
        }

        return new SubUnit { AreaId = areaId, Name = input.Name!.Trim() };
    }

    public static Result End(SubUnit unit, CaseContext context)
    {
        if ((WhyNotKept(unit.AreaId, context) ?? (unit.EndedOn is null ? null : AreaBookRefusals.Ended)) is { } refusal)
        {
            return refusal;
        }

        unit.EndedOn = context.Today;
        return Result.Ok;
    }

    private static Refusal? WhyNotNew(string areaId, KnownContactInput input, Guid? but, CaseContext context) =>
        context.Directory.Data.Contacts.Any(c =>
            c.AreaId == areaId && c.Id != but && IsSame(c.FullName, input.FullName) && IsSame(c.Position, input.Position))
            ? AreaBookRefusals.Known("fullName")
            : null;

    private static bool IsSame(string known, string? given) => VietnameseText.Fold(known) == VietnameseText.Fold((given ?? "").Trim());
}
