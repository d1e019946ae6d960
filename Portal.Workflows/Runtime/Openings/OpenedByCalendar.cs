using System.Globalization;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Organisation;

namespace Portal.Workflows.Runtime.Openings;

/// <summary>The calendar opens the case: nobody has filled in anything yet, its first step goes to whom the definition names.</summary>
/// <param name="For">For whom, one case each.</param>
/// <param name="Periods">Periods that are due on a day, each by its first day; the running one first.</param>
/// <param name="Make">Makes the aggregate, from the id of the case, the id of the owner and the first day of the period.</param>
public sealed record OpenedByCalendar(
    CalendarOwner For, Func<CaseContext, IEnumerable<DateOnly>> Periods, Func<Guid, string, DateOnly, ICaseSubject?> Make) : Opening
{
    /// <summary>Whether there is anything to open for an owner and a period.</summary>
    public Func<string, DateOnly, CaseContext, bool> IsDue { get; init; } = (_, _, _) => true;

    /// <summary>Ids of those for whom cases are opened on a day; one empty id for the committee.</summary>
    public IReadOnlyList<string> Owners(CaseContext context) => For switch
    {
        CalendarOwner.Group => [.. context.Directory.Data.Groups
            .Where(g => OrganisationRules.WhyNotActive(g, context.Directory, context.Today) is null)
            .Select(g => g.Id)
            .Order(StringComparer.Ordinal)],
        CalendarOwner.Area => [.. context.Directory.Data.Areas
            .Where(a => a.IsValidOn(context.Today) && context.Directory.GroupOfArea(a.Id, context.Today) is not null)
            .Select(a => a.Id)
            .Order(StringComparer.Ordinal)],
        _ => [""],
    };

    /// <summary>For whom a case about an area is opened: the area itself, or the group that watches it.</summary>
    public string OwnerOf(string areaId, CaseContext context) => For switch
    {
        CalendarOwner.Group => context.Directory.GroupOfArea(areaId, context.Today) ?? "",
        CalendarOwner.Area => areaId,
        _ => "",
    };

    public NewCase Open(string owner, DateOnly period, CaseContext context)
    {
        var place = For switch
        {
            CalendarOwner.Group => new CasePlace(owner, []),
            CalendarOwner.Area => new CasePlace(context.Directory.GroupOfArea(owner, context.Today) ?? "", [owner]),
            _ => new CasePlace("", []),
        };
        return new NewCase(place, id => Make(id, owner, period))
        {
            Occasion = OccasionOf(owner, period),
            IsOneOfMany = For == CalendarOwner.Area,
        };
    }

    /// <summary>See <see cref="Case.Occasion"/>.</summary>
    public static string OccasionOf(string owner, DateOnly period) =>
        string.Create(CultureInfo.InvariantCulture, $"{owner}/{period:yyyy-MM-dd}");

    /// <returns>Null for a text that names no owner and period.</returns>
    public static (string Owner, DateOnly Period)? Parse(string? occasion) =>
        occasion?.LastIndexOf('/') is { } at and >= 0
            && DateOnly.TryParseExact(
                occasion[(at + 1)..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var period)
                ? (occasion[..at], period)
                : null;
}
