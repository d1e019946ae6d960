namespace Portal.Domain.Meetings;

/// <summary>Ý kiến đồng ý dự họp (Đ5.2): who decided, for whom, when.</summary>
public sealed record ConsentDecision(string DeciderId, string? ActingForId, DateTime At, string Requirements);
