namespace Portal.Domain.Meetings;

/// <summary>Đã đọc: who of the group read the information shared back, and when.</summary>
public sealed record ReadReceipt(string PersonId, DateTime At);
