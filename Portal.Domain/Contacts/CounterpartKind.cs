namespace Portal.Domain.Contacts;

/// <summary>With whom contact is kept.</summary>
public enum CounterpartKind
{
    /// <summary>The area's organising body, cadre officers, leaders (Đ9.1).</summary>
    Area,

    /// <summary>A board or specialised body of the Provincial Committee (Đ10).</summary>
    ProvincialCommitteeBody,

    /// <summary>A department of the Committee (Đ11).</summary>
    Department,
}
