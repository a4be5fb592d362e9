/** Somebody of the sample group. */
export type Person = 'ada' | 'grace' | 'emmy' | 'alan' | 'kurt';

/** Real papers with a summary of our own, and what the sample group says about them. */
export interface SamplePaper {
  arxivId: string;
  title: string;
  authors: string[];
  /** Where a paper has more authors than are named here. */
  authorCount?: number;
  publishedOn: string;
  abstract: string;
  /** Who proposed it. */
  by: Person;
  pitch: string;
  daysAgo: number;
  interested: Person[];
}

/** What the group has discussed already, the earlier first. */
export const discussed: SamplePaper[] = [
  {
    arxivId: '1803.03635',
    title: 'The Lottery Ticket Hypothesis: Finding Sparse, Trainable Neural Networks',
    authors: ['Jonathan Frankle', 'Michael Carbin'],
    publishedOn: '2018-03-09',
    abstract:
      'Dense networks contain small subnetworks that, trained alone from their original starting weights, do as well as the whole. The authors find them by pruning and rewinding.',
    by: 'alan',
    pitch: 'Rewinding to the *original* weights is the odd part. Does it survive at scale?',
    daysAgo: 30,
    interested: ['ada', 'emmy']
  },
  {
    arxivId: '2201.02177',
    title: 'Grokking: Generalization Beyond Overfitting on Small Algorithmic Datasets',
    authors: ['Alethea Power', 'Yuri Burda', 'Harri Edwards', 'Igor Babuschkin', 'Vedant Misra'],
    publishedOn: '2022-01-06',
    abstract:
      'Small transformers learn tables of binary operations by heart, and long after they fit the training set perfectly they suddenly generalise. Less data makes the wait much longer; weight decay shortens it.',
    by: 'emmy',
    pitch: 'The paper our club is named after. Why does weight decay at $\\lambda = 1$ help so much?',
    daysAgo: 24,
    interested: ['ada', 'grace', 'alan']
  }
];

/** What the papers discussed say in three minutes, by their arXiv ids, in words of our own. */
export const summaries: Record<string, string> = {
  '2201.02177': `**Question.** Can a network generalise long after it has fitted its training set?

**Done.** Small transformers fill in tables $a \\circ b = c$, half of each table shown, trained far beyond the point at
which every shown cell is right.

**Found.** Validation accuracy stays at chance for up to a hundred times as many steps, and then rises to 100%. The less is
shown, the longer the wait; weight decay shortens it most.

**To doubt.** All tables are tiny and free of noise. Is the jump in the network, or in the measure?`
};

/** What waits in the queue. */
export const waiting: SamplePaper[] = [
  {
    arxivId: '2301.05217',
    title: 'Progress measures for grokking via mechanistic interpretability',
    authors: ['Neel Nanda', 'Lawrence Chan', 'Tom Lieberum', 'Jess Smith', 'Jacob Steinhardt'],
    publishedOn: '2023-01-12',
    abstract:
      'A one-layer transformer that adds modulo $p$ turns out to rotate: it writes numbers as angles $\\omega_k = 2\\pi k/p$ and adds the angles. Measured along that circuit, grokking is gradual and not sudden.',
    by: 'emmy',
    pitch: 'The sequel to last week. They take the network apart and find trigonometry.',
    daysAgo: 6,
    interested: ['ada', 'grace', 'alan']
  },
  {
    arxivId: '2205.14135',
    title: 'FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness',
    authors: ['Tri Dao', 'Daniel Y. Fu', 'Stefano Ermon', 'Atri Rudra', 'Christopher Ré'],
    publishedOn: '2022-05-27',
    abstract:
      'Exact attention computed tile by tile, so that the $N \\times N$ matrix never reaches slow memory. What counts is not the arithmetic but the reads and writes.',
    by: 'alan',
    pitch: 'I would like to go through the online softmax at the board, line by line.',
    daysAgo: 16,
    interested: ['emmy', 'grace']
  },
  {
    arxivId: '2312.00752',
    title: 'Mamba: Linear-Time Sequence Modeling with Selective State Spaces',
    authors: ['Albert Gu', 'Tri Dao'],
    publishedOn: '2023-12-01',
    abstract:
      'State space models whose parameters depend on the input, so that they can choose what to keep and what to forget, with a scan that runs fast on present hardware.',
    by: 'ada',
    pitch: 'Does making $\\Delta$ depend on the input turn an LTI system back into a gated RNN?',
    daysAgo: 11,
    interested: ['alan', 'emmy']
  },
  {
    arxivId: '2305.18290',
    title: 'Direct Preference Optimization: Your Language Model is Secretly a Reward Model',
    authors: [
      'Rafael Rafailov',
      'Archit Sharma',
      'Eric Mitchell',
      'Stefano Ermon',
      'Christopher D. Manning',
      'Chelsea Finn'
    ],
    publishedOn: '2023-05-29',
    abstract:
      'Learning from preferences without a reward model and without reinforcement learning: the optimal policy is written through the reward, and what remains is a classification loss.',
    by: 'grace',
    pitch: 'A derivation of one page that replaced a pipeline. Worth doing by hand once.',
    daysAgo: 9,
    interested: ['ada', 'alan']
  },
  {
    arxivId: '2210.02747',
    title: 'Flow Matching for Generative Modeling',
    authors: ['Yaron Lipman', 'Ricky T. Q. Chen', 'Heli Ben-Hamu', 'Maximilian Nickel', 'Matt Le'],
    publishedOn: '2022-10-06',
    abstract:
      'Trains continuous normalising flows without simulating them, by regressing the velocity of simple paths between noise and data. Diffusion is one choice of path; straight lines are another.',
    by: 'emmy',
    pitch: 'Simpler than score matching, and the straight paths explain why few steps suffice.',
    daysAgo: 4,
    interested: ['grace']
  },
  {
    arxivId: '2106.09685',
    title: 'LoRA: Low-Rank Adaptation of Large Language Models',
    authors: ['Edward J. Hu', 'Yelong Shen', 'Phillip Wallis', 'Zeyuan Allen-Zhu', 'Yuanzhi Li'],
    authorCount: 8,
    publishedOn: '2021-06-17',
    abstract:
      'Freezes the weights and learns only a product of two thin matrices beside them, $W + BA$. Thousands of times fewer parameters to train, and nothing slower at the end.',
    by: 'ada',
    pitch: 'We all use it. Which rank do the updates really have?',
    daysAgo: 3,
    interested: ['alan']
  },
  {
    arxivId: '2203.15556',
    title: 'Training Compute-Optimal Large Language Models',
    authors: ['Jordan Hoffmann', 'Sebastian Borgeaud', 'Arthur Mensch', 'Elena Buchatskaya'],
    authorCount: 22,
    publishedOn: '2022-03-29',
    abstract:
      'For a given budget, parameters and training tokens should grow together. A model of 70 billion parameters, trained on four times the data, beats one four times its size.',
    by: 'alan',
    pitch: '',
    daysAgo: 2,
    interested: []
  },
  {
    arxivId: '2006.11239',
    title: 'Denoising Diffusion Probabilistic Models',
    authors: ['Jonathan Ho', 'Ajay Jain', 'Pieter Abbeel'],
    publishedOn: '2020-06-19',
    abstract:
      'Noise is added step by step until nothing is left of an image; a network learns to undo each step by predicting the noise. The bound simplifies to a plain squared error.',
    by: 'grace',
    pitch: 'As groundwork for flow matching, if we take that one.',
    daysAgo: 1,
    interested: ['emmy']
  }
];
