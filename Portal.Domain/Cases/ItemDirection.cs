using Portal.Domain.Common;

namespace Portal.Domain.Cases;

/// <summary>Direction of a leader for one reported item (F6).</summary>
public sealed record ItemDirection
{
    /// <summary>Position in the report's list, from 1.</summary>
    public int? Item { get; init; }

    public string? Direction { get; init; }

    public string? DepartmentId { get; init; }

    /// <summary>Each is of an item that the report has; what judges a person is released to no department .</summary>
    /// <param name="isRestricted">The whole report concerns personnel.</param>
    /// <returns>Null where nothing is wrong; else the first fault, at its field.</returns>
    public static Refusal? WhyNot(ItemDirection[]? directions, IReadOnlyList<ReportItemInput>? items, bool isRestricted = false)
    {
        foreach (var (direction, row) in (directions ?? []).Select((d, i) => (d, i)))
        {
            if (direction.Item is { } number && (number < 1 || number > (items?.Count ?? 0)))
            {
                return Refusal.Invalid([new FieldError($"itemDirections[{row}].item", "Trip.NoSuchItem")]);
            }

            if (WhyNotOf(direction.Item is { } of ? items![of - 1] : null, direction, row, isRestricted) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    /// <summary>R-RPT-04: what is the head's is directed by the head, on the item itself and not in somebody's report.</summary>
    internal static Refusal? WhyNotOf(ReportItemInput? item, ItemDirection direction, int row, bool isRestricted)
    {
        if (item?.IsForHead() == true)
        {
            return Refusal.Invalid([new FieldError($"itemDirections[{row}].item", "ReportItem.DirectedByHead", "Đ7.A.4")]);
        }

        return !string.IsNullOrEmpty(direction.DepartmentId) && (isRestricted || item?.IsRestricted() == true)
            ? Refusal.Invalid([new FieldError($"itemDirections[{row}].departmentId", "ReportItem.RestrictedNotReleased", "Đ7.A.6")])
            : null;
    }
}
