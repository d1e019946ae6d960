using Microsoft.AspNetCore.Components;
using MudBlazor;
using MudBlazor.Charts;

namespace Portal.Web.Processes.AreaBoard;

public partial class AreaChartCard
{
    private List<ChartSeries<double>> _series = [];
    private IChartOptions _options = new BarChartOptions();
    private string[] _labels = [];
    private IReadOnlyList<int> _rows = [];

    [Parameter, EditorRequired]
    public required string Key { get; set; }

    [Parameter, EditorRequired]
    public required AreaChart Chart { get; set; }

    [Parameter]
    public bool IsStacked { get; set; }

    [Parameter, EditorRequired]
    public required string[] Colours { get; set; }

    private string Title => L[$"area-chart.{Key}"];

    // The tallest bar: of series that lie upon one another, their sum.
    private int Highest() => Enumerable.Range(0, Chart.Labels.Count)
        .Max(i => IsStacked ? Chart.Series.Sum(s => s.Counts[i]) : Chart.Series.Max(s => s.Counts[i]));

    // Whole steps of 1, 2 or 5 tens, about five of them.
    private static int TicksFor(int highest)
    {
        var step = 1;
        for (var i = 0; step * 5 < highest; i++)
        {
            step = i % 3 == 1 ? step * 5 / 2 : step * 2;
        }

        return step;
    }

    protected override void OnParametersSet()
    {
        _labels = [.. Chart.Labels.Select(l => L[l])];
        var ticks = TicksFor(Highest());
        _options = IsStacked
            ? new StackedBarChartOptions { ChartPalette = Colours, YAxisTicks = ticks, XAxisLabelRotation = 45 }
            : new BarChartOptions { ChartPalette = Colours, YAxisTicks = ticks, XAxisLabelRotation = 45 };
        _rows = [.. Enumerable.Range(0, _labels.Length)];
        _series = [.. Chart.Series.Select(s => new ChartSeries<double>
        {
            Name = L[s.Name],
            Data = new ChartData<double>([.. s.Counts.Select(c => (double)c)]),
        })];
    }
}
