using Portal.Domain.Common;

namespace Portal.Domain.Organisation;

/// <summary>A civil servant or leader of the Committee. Ids are short codes (<c>S09</c>, <c>L3</c>).</summary>
public sealed class StaffMember : IEffectiveDated
{
    private string _fullName = "";

    public required string Id { get; init; }

    public required string FullName
    {
        get => _fullName;
        set
        {
            _fullName = value;
            SortKey = VietnameseText.SortKey(value);
            SearchText = VietnameseText.Fold(value);
        }
    }

    /// <summary>Orders by given name in Vietnamese collation when compared as bytes.</summary>
    public string SortKey { get; private set; } = "";

    /// <summary>The name folded for search without tone marks.</summary>
    public string SearchText { get; private set; } = "";

    public required string Position { get; set; }

    public string? DepartmentId { get; set; }

    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }
}
