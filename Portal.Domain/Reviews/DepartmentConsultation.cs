namespace Portal.Domain.Reviews;

/// <summary>Ý kiến phòng chuyên môn (Đ11).</summary>
/// <param name="StaffId">Who prepares it for the head of the department; null while nobody does.</param>
/// <param name="Stance">Null: not answered yet (<i>chưa có ý kiến</i>).</param>
public sealed record DepartmentConsultation(
    string DepartmentId, string? StaffId, ConsultationStance? Stance, string? SignerId, DateTime? At)
{
    /// <summary>What the staff of the department prepared; the head of it signs.</summary>
    public ConsultationInput? Draft { get; init; }

    public OpinionHandling? Handling { get; init; }

    public string HandlingReason { get; init; } = "";

    /// <summary>The lead has to say what becomes of it.</summary>
    internal bool AsksForChange => Stance is ConsultationStance.Disagree or ConsultationStance.AgreeWithChange;
}
