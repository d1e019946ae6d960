namespace Portal.Web.Shared.Diagrams;

/// <summary>Where lines leave a box and come in.</summary>
internal sealed record BoxSides(double X, double Y, double Width, double Height)
{
    public (double X, double Y) Left => (X, Y + (Height / 2));

    public (double X, double Y) Top => (X + (Width / 2), Y);

    public (double X, double Y) Bottom => (X + (Width / 2), Y + Height);

    /// <param name="at">Between 0 at the top and 1 at the bottom.</param>
    public (double X, double Y) Right(double at) => (X + Width, Math.Round(Y + (Height * at), 1));
}
