namespace Portal.Web.Shared.Diagrams;

/// <summary>One straight part of a line that is drawn.</summary>
/// <param name="From">Id of the box that the line leaves.</param>
/// <param name="To">Id of the box that it ends at: lines to the same box may lie on one another.</param>
internal readonly record struct LineSegment((double X, double Y) A, (double X, double Y) B, string From, string To)
{
    public bool IsFlat => A.Y == B.Y;

    /// <summary>Its lesser end along its direction.</summary>
    public double Low => IsFlat ? Math.Min(A.X, B.X) : Math.Min(A.Y, B.Y);

    /// <summary>Its greater end along its direction.</summary>
    public double High => IsFlat ? Math.Max(A.X, B.X) : Math.Max(A.Y, B.Y);

    public bool IsNear(double left, double top, double right, double bottom) =>
        Math.Max(A.X, B.X) >= left && Math.Min(A.X, B.X) <= right && Math.Max(A.Y, B.Y) >= top && Math.Min(A.Y, B.Y) <= bottom;
}
