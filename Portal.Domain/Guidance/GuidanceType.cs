namespace Portal.Domain.Guidance;

/// <summary>What was done with an area to have a document carried out (Đ5.4).</summary>
public enum GuidanceType
{
    Guidance,
    Inspection,
    Urging,
    Supervision,
}
